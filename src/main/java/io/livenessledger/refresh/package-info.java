/**
 * Owns: what an operator does to a record's history — refresh on request (freshness rule,
 * coalescing) and submission of an answer captured elsewhere.
 *
 * <p>May import: intake verifik record access security problem.
 *
 * <p>Never: opens a transaction; keeps anything in memory that a restart may not lose.
 */
package io.livenessledger.refresh;
