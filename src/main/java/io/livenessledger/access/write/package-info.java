/**
 * Owns: the access events' table and how they get into it: before their answer, several at a time.
 *
 * <p>May import: ledger, store, problem.
 *
 * <p>Never: changes or deletes an event; knows HTTP.
 */
package io.livenessledger.access.write;
