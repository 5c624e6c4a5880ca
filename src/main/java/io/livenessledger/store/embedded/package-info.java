/**
 * Owns: a real PostgreSQL server for dev mode and tests — unpacked, initialised, started, adopted
 * and stopped from the JVM, in one directory that survives it.
 *
 * <p>May import: problem.
 *
 * <p>Never: takes part in a run that was given a database; speaks SQL over a connection; knows a
 * table.
 */
package io.livenessledger.store.embedded;
