package io.livenessledger.backfill.job;

import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.RecordId;
import java.time.Instant;

/**
 * A record that a backfill has to do with.
 *
 * @param result null until it is fetched
 * @param observation that the fetch made; null when the vendor does not have the record, nor we
 * @param tries that were made
 * @param nextTryAt null when it never failed
 * @param problem of the latest try; null when that succeeded
 */
public record Item(
    RecordId recordId,
    State state,
    RefreshResult result,
    Integer observation,
    int tries,
    Instant nextTryAt,
    String problem,
    String detail) {

  /** What came of it. */
  public enum State {
    /** To be fetched, perhaps once more. */
    PENDING,
    /** Need not be fetched. */
    HELD,
    FETCHED,
    /** Was tried as often as it may be. */
    FAILED,
    /** We hold it, and the list does not name it; whether it is gone a fetch would tell. */
    UNLISTED
  }
}
