/**
 * Owns: scheduled refresh: the rules, which record is due when (V0015), and the fetches that are
 * due, made by any replica.
 *
 * <p>May import: intake verifik record store problem.
 *
 * <p>Never: keeps in memory what another replica must know; refreshes anything when no rule says
 * so.
 */
package io.livenessledger.backfill.schedule;
