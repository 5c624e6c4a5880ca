package io.livenessledger.record.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One member that differs. An array is one value, so that no index has to be counted.
 *
 * @param before null when there was none; JSON null is a value
 * @param after null when there is none any more
 */
@Schema(description = "A member that differs; an array is one value.")
public record Change(
    @Schema(description = "JSON pointer (RFC 6901).") String path,
    @Schema(description = "Any JSON; absent for ADDED.", implementation = Object.class)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode before,
    @Schema(description = "Any JSON; absent for REMOVED.", implementation = Object.class)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode after,
    Kind kind) {

  /** What happened to it. */
  public enum Kind {
    ADDED,
    REMOVED,
    REPLACED
  }

  /** All that differs between two documents, in the order of the first one's members. */
  static List<Change> between(JsonNode before, JsonNode after) {
    List<Change> found = new ArrayList<>();
    collect(JsonPointer.empty(), before, after, found);
    return found;
  }

  private static void collect(JsonPointer at, JsonNode before, JsonNode after, List<Change> found) {
    if (before == null) {
      found.add(new Change(at.toString(), null, after, Kind.ADDED));
    } else if (after == null) {
      found.add(new Change(at.toString(), before, null, Kind.REMOVED));
    } else if (before.isObject() && after.isObject()) {
      for (String name : names(before, after)) {
        collect(at.appendProperty(name), before.get(name), after.get(name), found);
      }
    } else if (!before.equals(after)) {
      found.add(new Change(at.toString(), before, after, Kind.REPLACED));
    }
  }

  private static Set<String> names(JsonNode before, JsonNode after) {
    Set<String> names = new LinkedHashSet<>();
    before.fieldNames().forEachRemaining(names::add);
    after.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
