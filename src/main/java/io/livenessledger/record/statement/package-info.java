/**
 * Owns: what an observation commits to — its statement, written in the observation's transaction
 * with the ledger entry whose leaf holds the commitment (table {@code observation_statement}).
 *
 * <p>May import: canonical ledger access store paging security problem.
 *
 * <p>Never: changes a statement that was written; knows what the current state is.
 */
package io.livenessledger.record.statement;
