package io.livenessledger.backfill.job;

/**
 * What came of the items of a backfill, counted.
 *
 * @param discovered records that the list named
 * @param held of them, those that need not be fetched
 * @param pending records to be fetched, and {@code waiting} those of them that failed before
 * @param fetched records that were; the next five are parts of it
 * @param gone also those that the list named and the vendor does not have, nor we
 * @param failed records that were tried as often as they may be
 * @param unlisted records that we hold and the list does not name, and that are not fetched
 * @param lastMinute records that were fetched in it
 */
public record Progress(
    long discovered,
    long held,
    long pending,
    long waiting,
    long fetched,
    long created,
    long changed,
    long unchanged,
    long returned,
    long gone,
    long failed,
    long unlisted,
    long lastMinute) {}
