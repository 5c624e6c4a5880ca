/**
 * Owns: exports of populations: their parameters, their lines, the manifest that makes them
 * complete.
 *
 * <p>May import: record search ledger access canonical store paging security problem.
 *
 * <p>Never: holds a population in memory, or a transaction open while a client reads.
 */
package io.livenessledger.evidence.export;
