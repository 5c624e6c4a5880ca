/**
 * Owns: backfills as operators order, watch and cancel them; (in {@code backfill.job}) what they
 * are; (in {@code backfill.run}) running them; (in {@code backfill.schedule}) fetching by rules
 * what is due.
 *
 * <p>May import: intake vendor verifik record access store paging security problem.
 *
 * <p>Never: shows what a record says: ids and counts alone.
 */
package io.livenessledger.backfill;
