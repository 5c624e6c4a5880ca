package io.livenessledger.access.query;

import io.livenessledger.access.event.AccessEvent.Outcome;
import io.livenessledger.security.Action;
import java.time.Instant;
import java.util.Set;

/**
 * Which events; null where any will do.
 *
 * @param record id of a record that they name
 * @param actor who it was
 * @param from the first instant
 * @param to the first instant that is too late
 * @param clients only those of events that name records of these clients alone; null for all
 */
public record EventFilter(
    String record,
    String actor,
    Action action,
    Outcome outcome,
    String purpose,
    Instant from,
    Instant to,
    Set<String> clients) {

  /** All that there are for a caller who may see the records of these clients; null for all. */
  public static EventFilter visibleTo(Set<String> clients) {
    return new EventFilter(null, null, null, null, null, null, null, clients);
  }

  /** All events about one record. */
  public static EventFilter of(String record, Outcome outcome) {
    return new EventFilter(record, null, null, outcome, null, null, null, null);
  }
}
