package io.livenessledger.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares what a command wrote with how a document shows it. JSON is compared by content, numbers
 * digit for digit; what is not JSON, by its text. {@code …} is read as {@link Abridged} says.
 */
public final class Answers {
  private Answers() {}

  /** The first difference, with the place of it; empty when there is none. */
  public static Optional<String> difference(String shown, String actual) {
    String expected = shown.strip();
    String found = actual.strip();
    if (!expected.startsWith("{") && !expected.startsWith("[")) {
      return unless(matches(expected, found), "the text differs");
    }
    // Behind the JSON there may be lines of text, such as the status that curl -w writes
    int expectedEnd = endOfJson(expected);
    int foundEnd = endOfJson(found);
    return json(expected.substring(0, expectedEnd), found.substring(0, foundEnd))
        .or(() -> difference(expected, expectedEnd, found, foundEnd));
  }

  private static Optional<String> difference(String shown, int shownEnd, String found, int end) {
    String expected = shown.substring(shownEnd).strip();
    return unless(
        matches(expected, found.substring(end).strip()), "the text behind the JSON differs");
  }

  /** Behind the last brace or bracket. */
  private static int endOfJson(String text) {
    return Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
  }

  private static Optional<String> json(String expected, String found) {
    JsonNode shown;
    try {
      shown = Abridged.parse(expected);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON in the document: " + expected, e);
    }
    try {
      JsonNode answer = Abridged.EXACT.readTree(found);
      return answer.isMissingNode() ? noJson() : node("", shown, answer);
    } catch (JsonProcessingException e) {
      return noJson();
    }
  }

  private static Optional<String> noJson() {
    return Optional.of("the answer is not JSON");
  }

  private static Optional<String> node(String place, JsonNode shown, JsonNode found) {
    if (isAny(shown)) {
      return Optional.empty();
    }
    if (shown.getNodeType() != found.getNodeType()) {
      return Optional.of(place + " is " + found + " instead of " + shown);
    }
    return switch (shown.getNodeType()) {
      case OBJECT -> members(place, shown, found);
      case ARRAY -> items(place, shown, found);
      case STRING -> value(place, shown, found, matches(shown.textValue(), found.textValue()));
      // As text: 0.90 is not 0.9
      case NUMBER -> value(place, shown, found, shown.asText().equals(found.asText()));
      default -> value(place, shown, found, shown.equals(found));
    };
  }

  private static Optional<String> members(String place, JsonNode shown, JsonNode found) {
    if (!shown.has(Abridged.ANY)) {
      Optional<String> unshown = names(found).filter(name -> !shown.has(name)).findFirst();
      if (unshown.isPresent()) {
        return Optional.of(place + "/" + unshown.get() + " is not shown");
      }
    }
    return names(shown)
        .filter(Predicate.not(Abridged.ANY::equals))
        .flatMap(name -> member(place + "/" + name, shown.get(name), found.get(name)).stream())
        .findFirst();
  }

  private static Optional<String> member(String place, JsonNode shown, JsonNode found) {
    return found == null ? Optional.of(place + " is missing") : node(place, shown, found);
  }

  private static Optional<String> items(String place, JsonNode shown, JsonNode found) {
    boolean more = !shown.isEmpty() && isAny(shown.get(shown.size() - 1));
    int size = more ? shown.size() - 1 : shown.size();
    if (found.size() < size || (found.size() > size && !more)) {
      return Optional.of(place + " has " + found.size() + " items instead of " + size);
    }
    for (int i = 0; i < size; i++) {
      Optional<String> difference = node(place + "/" + i, shown.get(i), found.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> value(
      String place, JsonNode shown, JsonNode found, boolean same) {
    return unless(same, place + " is " + found + " instead of " + shown);
  }

  private static Stream<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey);
  }

  private static boolean isAny(JsonNode node) {
    return Abridged.ANY.equals(node.textValue());
  }

  private static boolean matches(String shown, String found) {
    String pattern =
        Stream.of(shown.split(Abridged.ELLIPSIS, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(found).matches();
  }

  private static Optional<String> unless(boolean same, String difference) {
    return same ? Optional.empty() : Optional.of(difference);
  }
}
