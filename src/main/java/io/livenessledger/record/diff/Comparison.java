package io.livenessledger.record.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.record.diff.DiffView.FamilyChange;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Revision;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two revisions for a caller. Reading them takes its time for large contents: not for an
 * event loop.
 *
 * @param json writes what this API shows
 */
record Comparison(Stored from, Stored to, Sight sight, ObjectMapper json) {

  /**
   * A revision as it is stored.
   *
   * @param data JSON text of the vendor's {@code data}
   */
  record Stored(Revision revision, String data) {
    Content content() {
      return revision.content();
    }
  }

  /** What the caller may see. */
  record Sight(boolean images, boolean persons) {}

  DiffView result() {
    Redaction redaction = new Redaction(sight.images(), sight.persons(), addresses());
    JsonNode before = ExactJson.parse(from.data());
    JsonNode after = ExactJson.parse(to.data());
    JsonNode left = redaction.of(before);
    JsonNode right = redaction.of(after);
    FamilyChange familyChange = familyChange();
    List<PatchOperation> patch =
        familyChange == null
            ? PatchOperation.between(left, right)
            : List.of(PatchOperation.whole(right));
    return new DiffView(
        from.revision().number(),
        to.revision().number(),
        familyChange,
        patch,
        familyChange == null ? Change.between(left, right) : normalisedChanges(redaction),
        redaction.pointers(before, after, patch.stream().anyMatch(step -> step.path().isEmpty())));
  }

  private FamilyChange familyChange() {
    Content.Family before = from.content().family();
    Content.Family after = to.content().family();
    return before == after ? null : new FamilyChange(before, after);
  }

  private Set<String> addresses() {
    return Stream.of(from, to)
        .map(stored -> stored.content().imageUrl())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private List<Change> normalisedChanges(Redaction redaction) {
    return Change.between(redaction.of(normalised(from)), redaction.of(normalised(to)));
  }

  private JsonNode normalised(Stored stored) {
    try {
      return ExactJson.parse(
          json.writeValueAsString(NormalisedContent.of(stored.content(), sight.images())));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Not made of JSON values: " + impossible.getClass());
    }
  }
}
