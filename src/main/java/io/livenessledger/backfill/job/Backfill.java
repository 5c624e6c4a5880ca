package io.livenessledger.backfill.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A job that discovers the records of the account through the vendor's list and fetches them.
 *
 * @param caller who ordered it, and {@code requestId} in which request
 */
public record Backfill(
    long id,
    State state,
    Order order,
    String caller,
    String requestId,
    Instant requestedAt,
    Instant startedAt,
    Instant endedAt,
    Pass pass,
    Pause pause) {

  /** How far it is. */
  public enum State {
    /** Waits for those before it. */
    PENDING,
    RUNNING,
    COMPLETED,
    CANCELLED;

    public boolean hasEnded() {
      return this == COMPLETED || this == CANCELLED;
    }
  }

  /**
   * The latest reading of the whole list.
   *
   * @param number from 1; 0 before the first
   * @param nextPage null when the pass is over
   * @param lastPage ids on the page before; null at the beginning
   * @param found records older than the job that no page named before
   * @param listCalls pages read in all passes
   * @param listTotal what the vendor said last of how many records there are; null for nothing
   * @param nameless items without an id
   * @param comparedTo held records up to this id were looked for on the list
   * @param isCompared whether all were
   */
  public record Pass(
      int number,
      Integer nextPage,
      List<String> lastPage,
      int found,
      int listCalls,
      Integer listTotal,
      int nameless,
      String comparedTo,
      boolean isCompared) {}

  /**
   * Why it does not go on just now.
   *
   * @param failures calls in a row that failed for whatever they asked
   * @param until null when it does not wait
   * @param left until then, by the database's clock; not positive when it may go on
   * @param problem code of the latest call's; null when that succeeded
   */
  public record Pause(int failures, Instant until, Duration left, String problem, String detail) {}
}
