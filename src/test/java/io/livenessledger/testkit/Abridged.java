package io.livenessledger.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A JSON document as people print it: laid out, with {@code …} for what is left out. As a member it
 * stands for any further members, as the last item for any further items, otherwise for any value;
 * inside a string, for any text.
 */
final class Abridged {
  static final String ELLIPSIS = "…";

  /** What a bare … becomes, as name and as value; no string in a document would be this. */
  static final String ANY = ELLIPSIS + ELLIPSIS;

  static final ObjectMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final StringBuilder json = new StringBuilder();
  private final Deque<Character> open = new ArrayDeque<>();
  private char before;
  private boolean inString;

  private Abridged() {}

  static JsonNode parse(String text) throws JsonProcessingException {
    Abridged abridged = new Abridged();
    text.chars().forEach(c -> abridged.add((char) c));
    return EXACT.readTree(abridged.json.toString());
  }

  private void add(char c) {
    if (inString) {
      inString = c != '"' || before == '\\';
      json.append(c);
    } else if (ELLIPSIS.charAt(0) == c) {
      boolean member = before != ':' && !open.isEmpty() && open.peek() == '{';
      json.append(member ? quoted(ANY) + ":" + quoted(ANY) : quoted(ANY));
    } else {
      track(c);
      json.append(c);
    }
    if (!Character.isWhitespace(c)) {
      before = c;
    }
  }

  private void track(char c) {
    switch (c) {
      case '"' -> inString = true;
      case '{', '[' -> open.push(c);
      case '}', ']' -> open.poll();
      default -> {}
    }
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
