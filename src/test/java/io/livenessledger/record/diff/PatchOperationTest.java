package io.livenessledger.record.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.flipkart.zjsonpatch.JsonPatch;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Patches between documents that nobody thought of. */
class PatchOperationTest {
  private static final List<String> LEAVES =
      List.of("0.9", "0.90", "1", "1.0", "true", "null", "\"\"", "\"x\"", "\"photo\"", "[]", "{}");
  private static final List<String> NAMES =
      List.of("a", "b", "a/b", "m~n", "", "imageUrl", "client");

  private final Random random = new Random(20261126);

  @Test
  void everyPatchTurnsOneIntoTheOther() {
    for (int i = 0; i < 1000; i++) {
      JsonNode from = document();
      JsonNode to = document();

      List<PatchOperation> patch = PatchOperation.between(from, to);

      assertEquals(to, JsonPatch.apply(json(patch), from.deepCopy()), from + " to " + to);
      assertEquals(from.equals(to), patch.isEmpty());
      assertEquals(from.equals(to), Change.between(from, to).isEmpty());
      for (PatchOperation operation : patch) {
        assertTrue(Set.of("add", "remove", "replace").contains(operation.op()), operation.op());
        assertEquals(operation.op().equals("remove"), operation.value() == null);
      }
    }
  }

  /** Also of what is left of them when something is withheld, and then it is said. */
  @Test
  void whatIsWithheldIsNeitherShownNorConcealed() {
    Redaction redaction = new Redaction(false, false, Set.of("photo"));
    for (int i = 0; i < 1000; i++) {
      JsonNode from = document();
      JsonNode to = document();
      JsonNode left = redaction.of(from);
      JsonNode right = redaction.of(to);

      List<PatchOperation> patch = PatchOperation.between(left, right);
      List<String> named = redaction.pointers(from, to, false);

      assertFalse(json(patch).toString().contains("photo"), from + " to " + to);
      assertEquals(right, JsonPatch.apply(json(patch), left.deepCopy()));
      boolean complete = to.equals(JsonPatch.apply(json(patch), from.deepCopy()));
      assertTrue(complete || !named.isEmpty(), from + " to " + to);
      for (String pointer : named) {
        assertTrue(
            !from.at(pointer).equals(left.at(pointer)) || !to.at(pointer).equals(right.at(pointer)),
            pointer + " was not withheld");
      }
    }
  }

  @Test
  void withoutAnythingToWithholdAllIsShown() {
    Redaction none = new Redaction(true, true, Set.of("photo"));
    for (int i = 0; i < 1000; i++) {
      JsonNode document = document();
      assertEquals(document, none.of(document));
      assertEquals(List.of(), none.pointers(document, document(), true));
    }
  }

  private static JsonNode json(List<PatchOperation> patch) {
    return new ObjectMapper()
        .createArrayNode()
        .addAll(patch.stream().map(PatchOperationTest::json).toList());
  }

  private static JsonNode json(PatchOperation operation) {
    var step = new ObjectMapper().createObjectNode();
    step.put("op", operation.op()).put("path", operation.path());
    if (operation.value() != null) {
      step.set("value", operation.value());
    }
    return step;
  }

  private JsonNode document() {
    return ExactJson.parse(object(3));
  }

  private String value(int depth) {
    return switch (depth == 0 ? 2 : random.nextInt(4)) {
      case 0 -> object(depth - 1);
      case 1 ->
          IntStream.range(0, random.nextInt(5))
              .mapToObj(i -> value(depth - 1))
              .collect(Collectors.joining(",", "[", "]"));
      default -> LEAVES.get(random.nextInt(LEAVES.size()));
    };
  }

  private String object(int depth) {
    return NAMES.stream()
        .filter(name -> random.nextInt(3) > 0)
        .map(name -> '"' + name + "\":" + value(depth))
        .collect(Collectors.joining(",", "{", "}"));
  }
}
