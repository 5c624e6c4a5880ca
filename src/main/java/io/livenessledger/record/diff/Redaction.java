package io.livenessledger.record.diff;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is withheld from a caller, wherever it is in the vendor's data: addresses of the photo, and
 * the persons with whom the vendor fills its references. A value stands in its place, so that
 * pointers stay what they are: of a person its id, otherwise {@link #WITHHELD}.
 */
final class Redaction {
  static final String WITHHELD = "withheld";

  private static final String ADDRESS = "imageUrl";
  private static final Set<String> REFERENCES = Set.of("client", "appRegistration");

  private final boolean showsImages;
  private final boolean showsPersons;
  private final Set<String> addresses;

  /**
   * @param addresses of the photo, however they got elsewhere into the data
   */
  Redaction(boolean showsImages, boolean showsPersons, Set<String> addresses) {
    this.showsImages = showsImages;
    this.showsPersons = showsPersons;
    this.addresses = addresses;
  }

  /** A copy without what is withheld. */
  JsonNode of(JsonNode data) {
    return copy("", data);
  }

  private JsonNode copy(String name, JsonNode value) {
    if (withholds(name, value)) {
      JsonNode id = value.path("_id");
      return isPerson(name, value) && id.isTextual() && !namesAddress(id)
          ? id
          : TextNode.valueOf(WITHHELD);
    }
    if (value instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(m -> copy.set(m.getKey(), copy(m.getKey(), m.getValue())));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(item -> copy.add(copy("", item)));
      return copy;
    }
    return value;
  }

  private boolean withholds(String name, JsonNode value) {
    return isPerson(name, value)
        || (!showsImages && name.equals(ADDRESS) && says(value))
        || namesAddress(value);
  }

  private boolean isPerson(String name, JsonNode value) {
    return !showsPersons && REFERENCES.contains(name) && value.isContainerNode();
  }

  private boolean namesAddress(JsonNode value) {
    return !showsImages
        && value.isTextual()
        && addresses.stream().anyMatch(value.textValue()::contains);
  }

  /** The vendor says "no image" with an empty string. */
  private static boolean says(JsonNode address) {
    return !address.isNull() && !(address.isTextual() && address.textValue().isEmpty());
  }

  /**
   * Pointers of what is withheld and differs, or would be shown.
   *
   * @param whole whether all of {@code after} is shown, and not only what differs
   */
  List<String> pointers(JsonNode before, JsonNode after, boolean whole) {
    Set<String> found = new LinkedHashSet<>();
    collect(JsonPointer.empty(), "", before, after, whole, found);
    return List.copyOf(found);
  }

  /** Either may be null: not there. */
  private void collect(
      JsonPointer at,
      String name,
      JsonNode before,
      JsonNode after,
      boolean shown,
      Set<String> found) {
    if (!shown && before != null && before.equals(after)) {
      return;
    }
    JsonNode left = visible(at, name, before, found);
    JsonNode right = visible(at, name, after, found);
    for (String member : names(left, right)) {
      collect(
          at.appendProperty(member),
          member,
          member(left, member),
          member(right, member),
          shown,
          found);
    }
    // An array that differs is shown as a whole
    for (int i = 0; i < Math.max(items(left), items(right)); i++) {
      collect(at.appendIndex(i), "", item(left, i), item(right, i), true, found);
    }
  }

  /** Null when there is nothing to be looked at any more. */
  private JsonNode visible(JsonPointer at, String name, JsonNode value, Set<String> found) {
    if (value == null || !withholds(name, value)) {
      return value;
    }
    found.add(at.toString());
    return null;
  }

  private static Set<String> names(JsonNode left, JsonNode right) {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode node : new JsonNode[] {left, right}) {
      if (node != null) {
        node.fieldNames().forEachRemaining(names::add);
      }
    }
    return names;
  }

  private static JsonNode member(JsonNode object, String name) {
    return object == null ? null : object.get(name);
  }

  private static int items(JsonNode array) {
    return array != null && array.isArray() ? array.size() : 0;
  }

  private static JsonNode item(JsonNode array, int index) {
    return index < items(array) ? array.get(index) : null;
  }
}
