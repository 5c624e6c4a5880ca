/**
 * Owns: what is read of records — views and endpoints. The facts are in {@code record.history}, the
 * current state and what moves it in {@code record.current}.
 *
 * <p>May import: canonical ledger access store paging security problem.
 *
 * <p>Never: knows the vendor's words.
 */
package io.livenessledger.record;
