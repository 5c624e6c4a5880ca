package io.livenessledger.backfill.job;

import io.livenessledger.record.state.RecordState;
import io.livenessledger.record.state.RecordState.Upstream;
import java.time.Instant;

/**
 * What a backfill is to do.
 *
 * @param fetchedBefore of scope {@code OLDER}: whose latest fetch is older is fetched again
 * @param status only records of this status at the vendor; null for all
 * @param fetchUnlisted whether records that we hold and the list does not name are fetched, too
 * @param dryRun reads the list once and fetches nothing
 */
public record Order(
    Scope scope, Instant fetchedBefore, String status, boolean fetchUnlisted, boolean dryRun) {

  /** Which of the listed records are fetched. */
  public enum Scope {
    /** Those that we do not hold. */
    MISSING,
    /** Those, and those that were not fetched for long. */
    OLDER,
    ALL
  }

  /**
   * Whether a listed record is to be fetched. A record that is gone is: the list says otherwise.
   *
   * @param held null when we do not hold it
   * @param requestedAt when the backfill was ordered: what was fetched since is as new as it wants
   */
  boolean needs(RecordState held, Instant requestedAt) {
    if (held == null || isAsNewAsWanted(held, requestedAt)) {
      return held == null;
    }
    return switch (scope) {
      case MISSING -> held.upstream() == Upstream.GONE;
      case OLDER -> held.fetchedAt() == null || held.fetchedAt().isBefore(fetchedBefore);
      case ALL -> true;
    };
  }

  /** Whether somebody has fetched it since the backfill was ordered. */
  static boolean isAsNewAsWanted(RecordState held, Instant requestedAt) {
    return held != null && held.fetchedAt() != null && !held.fetchedAt().isBefore(requestedAt);
  }
}
