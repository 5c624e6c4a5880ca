/**
 * Owns: that there are partitions for the months to come, made ahead by one replica at a time, and
 * the number that says for how many months there are.
 *
 * <p>May import: problem; of the store, leases, transactions and background work.
 *
 * <p>Never: names a table, which the database's own functions do (V0010); drops or moves anything.
 */
package io.livenessledger.store.partition;
