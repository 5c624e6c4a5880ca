/**
 * Owns: the transaction seam, leases, the translation of database failures into problems, and (in
 * {@code store.embedded}) the PostgreSQL that dev mode and tests bring along.
 *
 * <p>May import: problem.
 *
 * <p>Never: knows a table; lets a driver's exception through.
 */
package io.livenessledger.store;
