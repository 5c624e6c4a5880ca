/**
 * Owns: records in millions, written as the program would have written them.
 *
 * <p>May import: record intake ledger canonical.
 *
 * <p>Never: runs in the program.
 */
package io.livenessledger.bench.crowd;
