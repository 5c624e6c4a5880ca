/**
 * Owns: what a backfill is: its order, its state and its items in the database, its progress.
 *
 * <p>May import: verifik record store problem.
 *
 * <p>Never: calls the vendor; keeps in memory what another replica must know.
 */
package io.livenessledger.backfill.job;
