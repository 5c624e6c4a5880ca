/**
 * Owns: how the values of {@code record.history} are read from rows of the pool, where many are
 * read at once and entities would cost more than the query.
 *
 * <p>May import: canonical.
 *
 * <p>Never: asks the database; what to select from which table is the caller's.
 */
package io.livenessledger.record.row;
