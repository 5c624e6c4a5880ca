package io.livenessledger.ledger.check;

import io.livenessledger.canonical.Digest;
import java.time.Instant;
import java.util.List;

/**
 * A self-check of the ledger.
 *
 * @param treeSize leaves it is about; null until it begins
 * @param root of the checked tree, recomputed; null until it ends
 * @param leavesChecked so far
 * @param findingsTotal how many there are
 * @param findings the first of them
 */
public record Check(
    long number,
    Trigger trigger,
    State state,
    Instant requestedAt,
    Instant startedAt,
    Instant finishedAt,
    Long treeSize,
    Digest root,
    long leavesChecked,
    int findingsTotal,
    List<Finding> findings) {

  /** Kind of the leaves that results are. */
  public static final String KIND = "check";

  /** Why it is made. */
  public enum Trigger {
    REQUESTED,
    SCHEDULED
  }

  /** Where it stands. */
  public enum State {
    PENDING,
    RUNNING,
    /** Everything is as it was committed to. */
    PASSED,
    /** Something is not. */
    FAILED
  }
}
