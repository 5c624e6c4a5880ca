package io.livenessledger.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.access.event.AccessEvent.Outcome;
import io.livenessledger.access.query.EventFilter;
import io.livenessledger.canonical.Digest;
import io.livenessledger.paging.Instants;
import io.livenessledger.paging.Names;
import io.livenessledger.problem.Problem;
import io.livenessledger.security.Action;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What can be asked of the access audit. */
public class EventParameters {
  @Parameter(description = "Id of a record that the event names.")
  @QueryParam("record")
  String record;

  @Parameter(description = "The subject who called.")
  @QueryParam("actor")
  String actor;

  @Parameter(schema = @Schema(implementation = Action.class))
  @QueryParam("action")
  String action;

  @Parameter(schema = @Schema(implementation = Outcome.class))
  @QueryParam("outcome")
  String outcome;

  @Parameter(description = "To the letter.")
  @QueryParam("purpose")
  String purpose;

  @Parameter(description = "The first instant (RFC 3339).", example = "2026-11-01T00:00:00Z")
  @QueryParam("from")
  String from;

  @Parameter(
      description = "The first instant that is too late (RFC 3339).",
      example = "2026-12-01T00:00:00Z")
  @QueryParam("to")
  String to;

  /**
   * The filter, for a caller who may see the records of these clients.
   *
   * @param clients null for all
   * @throws Problem {@code invalid-parameter}
   */
  EventFilter filter(Set<String> clients) {
    if (record != null && Asked.recordId(record) == null) {
      throw Problem.invalidParameter("record", "must be 1 to 128 characters of A-Z a-z 0-9 _ -");
    }
    Instant first = Instants.instant("from", from);
    Instant end = Instants.instant("to", to);
    if (first != null && end != null && !first.isBefore(end)) {
      throw Problem.invalidParameter("to", "must be after from");
    }
    return new EventFilter(
        record,
        actor,
        Names.oneOf("action", Action.values(), action),
        Names.oneOf("outcome", Outcome.values(), outcome),
        purpose,
        first,
        end,
        clients);
  }

  /** All that decides what the list shows, for its page tokens. */
  String list() {
    String asked = Arrays.asList(record, actor, action, outcome, purpose, from, to).toString();
    return "access-events/" + Digest.sha256(asked.getBytes(UTF_8)).hex();
  }
}
