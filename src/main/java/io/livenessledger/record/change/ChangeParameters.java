package io.livenessledger.record.change;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import io.livenessledger.paging.PageParameters;
import io.livenessledger.problem.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** From where the feed is read, and how long to wait. */
public class ChangeParameters {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  @Parameter(
      description =
          "next of the page before, or cursor of an item; without it the feed is read from its"
              + " beginning. Does not expire.")
  @QueryParam("after")
  String after;

  @Parameter(
      description = "Of a stream: events that are sent at a time.",
      schema = @Schema(type = INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
  @QueryParam("pageSize")
  @DefaultValue("50")
  String pageSize;

  @Parameter(
      description =
          "Waits up to this long (ISO 8601, at most PT30S, else not at all) for the first change."
              + " Not of a stream.")
  @QueryParam("wait")
  String wait;

  @Parameter(description = "Of a stream: id of the last event that was received; wins over after.")
  @HeaderParam("Last-Event-ID")
  String lastEventId;

  /**
   * Where a page begins.
   *
   * @throws Problem {@code invalid-page-token}
   */
  Cursor pageCursor() {
    return after == null ? Cursor.BEGINNING : Cursor.parse(after);
  }

  /**
   * Where a stream begins.
   *
   * @throws Problem {@code invalid-page-token}, {@code invalid-parameter}
   */
  Cursor streamCursor() {
    if (wait != null) {
      throw Problem.invalidParameter("wait", "is for pages: a stream waits by itself");
    }
    // Empty: the client has received nothing yet
    return lastEventId == null || lastEventId.isEmpty() ? pageCursor() : Cursor.parse(lastEventId);
  }

  /**
   * Items on a page.
   *
   * @throws Problem {@code invalid-parameter}
   */
  int size() {
    return PageParameters.size(pageSize);
  }

  /**
   * How long to wait for the first change.
   *
   * @throws Problem {@code invalid-parameter}
   */
  Duration patience() {
    try {
      Duration patience = wait == null ? Duration.ZERO : Duration.parse(wait);
      if (!patience.isNegative() && patience.compareTo(LONGEST_WAIT) <= 0) {
        return patience;
      }
    } catch (DateTimeException notADuration) {
      // Refused below
    }
    throw Problem.invalidParameter("wait", "must be a duration from PT0S to " + LONGEST_WAIT);
  }
}
