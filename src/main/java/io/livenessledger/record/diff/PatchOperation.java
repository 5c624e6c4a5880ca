package io.livenessledger.record.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One step of a JSON patch (RFC 6902).
 *
 * @param op {@code add}, {@code remove} or {@code replace}
 * @param path a JSON pointer into the document as the steps before have left it
 * @param value null for {@code remove}; JSON null is a value
 */
@Schema(description = "One operation of a JSON patch (RFC 6902).")
public record PatchOperation(
    @Schema(enumeration = {"add", "remove", "replace"}) String op,
    @Schema(description = "JSON pointer (RFC 6901).") String path,
    @Schema(description = "Any JSON; absent for remove.", implementation = Object.class)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        JsonNode value) {
  /** Moves and copies are shorter, and hide from a reader what has become of a value. */
  private static final EnumSet<DiffFlags> READABLE =
      EnumSet.of(
          DiffFlags.OMIT_MOVE_OPERATION,
          DiffFlags.OMIT_COPY_OPERATION,
          DiffFlags.OMIT_VALUE_ON_REMOVE);

  /**
   * What comparing arrays item by item may cost: it grows with the square of their length. One of a
   * thousand items; the vendor's have a few.
   */
  private static final long MAX_COST = 1_000_000;

  /** The steps that turn one document into the other. */
  static List<PatchOperation> between(JsonNode from, JsonNode to) {
    if (!from.equals(to) && Math.max(cost(from), cost(to)) > MAX_COST) {
      return List.of(whole(to));
    }
    JsonNode patch = JsonDiff.asJson(from, to, READABLE);
    return StreamSupport.stream(patch.spliterator(), false).map(PatchOperation::of).toList();
  }

  /** The one step that puts another document in the place of whatever there was. */
  static PatchOperation whole(JsonNode document) {
    return new PatchOperation("replace", "", document);
  }

  private static PatchOperation of(JsonNode step) {
    return new PatchOperation(
        step.get("op").textValue(), step.get("path").textValue(), step.get("value"));
  }

  private static long cost(JsonNode node) {
    long own = node.isArray() ? (long) node.size() * node.size() : 0;
    return own + StreamSupport.stream(node.spliterator(), false).mapToLong(n -> cost(n)).sum();
  }
}
