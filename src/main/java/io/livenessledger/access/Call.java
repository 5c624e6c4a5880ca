package io.livenessledger.access;

import io.livenessledger.access.event.AccessEvent;
import io.livenessledger.access.event.AccessEvent.Client;
import io.livenessledger.access.event.AccessEvent.Outcome;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.security.Action;
import io.livenessledger.security.Actor;
import java.time.Instant;
import java.util.List;

/**
 * What is known of a call before its outcome is.
 *
 * @param recordId the record that the path names; null when it names none
 * @param observation the observation that the path names; null when it names none
 */
record Call(
    Action action,
    Actor actor,
    String recordId,
    Integer observation,
    String filter,
    String purpose,
    Client client) {

  /** The event of this call, now that it ended. */
  AccessEvent ended(Instant at, Ending ending) {
    return new AccessEvent(
        at,
        action,
        ending.outcome(),
        ending.problem(),
        actor,
        recordId == null ? ending.shown() : List.of(recordId),
        observation,
        filter,
        ending.resultCount(),
        ending.resultDigest(),
        purpose,
        client);
  }

  /**
   * How a call ends.
   *
   * @param problem its code; null without one
   * @param shown ids of the records that a list showed
   * @param resultCount items on the page; null when it is no list
   * @param resultDigest of an export; null of anything else
   */
  record Ending(
      Outcome outcome,
      String problem,
      List<String> shown,
      Integer resultCount,
      String resultDigest) {
    static final Ending DONE = new Ending(Outcome.ALLOWED, null, List.of(), null, null);

    static Ending failed(ProblemCode code) {
      return new Ending(outcome(code.status()), code.code(), List.of(), null, null);
    }

    static Outcome outcome(int status) {
      if (status < 400) {
        return Outcome.ALLOWED;
      }
      return switch (status) {
        case 401, 403 -> Outcome.DENIED;
        case 404 -> Outcome.NOT_FOUND;
        default -> Outcome.FAILED;
      };
    }
  }
}
