package io.livenessledger.verifik.normal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Typed access to the members of a vendor object. A member that is missing, null or of another type
 * is null: never a guess ({@code "0.5"} is no number, {@code 1} no boolean), never an exception.
 */
final class Members {
  /**
   * Ids and words of the vendor are far shorter; what is longer is none and would only be a load.
   */
  static final int MAX_WORD = 256;

  /** The names of the two flags, which both families share. */
  static final String IGNORE_CROPPED = "ignoreDocumentCroppedValidation";

  static final String IGNORE_COLOUR_LESS = "ignoreColourLessValidation";

  private Members() {}

  /** The member if it is an object. */
  static JsonNode object(JsonNode parent, String name) {
    JsonNode member = parent.get(name);
    return member != null && member.isObject() ? member : null;
  }

  static Boolean flag(JsonNode parent, String name) {
    JsonNode member = parent.get(name);
    return (member != null && member.isBoolean()) ? member.booleanValue() : null;
  }

  /** Exactly the decimal of the wire, trailing zeros included. */
  static BigDecimal number(JsonNode parent, String name) {
    JsonNode member = parent.get(name);
    return member != null && member.isNumber() ? member.decimalValue() : null;
  }

  /** A string of any length. */
  static String text(JsonNode parent, String name) {
    JsonNode member = parent.get(name);
    return member != null && member.isTextual() ? member.textValue() : null;
  }

  /** A string of at most {@link #MAX_WORD} characters: an id or a value of an open set. */
  static String word(JsonNode parent, String name) {
    return bounded(text(parent, name));
  }

  /** The words of an array; its other elements are left out. */
  static List<String> words(JsonNode parent, String name) {
    JsonNode member = parent.get(name);
    if (member == null || !member.isArray()) {
      return null;
    }
    List<String> words = new ArrayList<>();
    for (JsonNode element : member) {
      String word = bounded(element.textValue());
      if (word != null) {
        words.add(word);
      }
    }
    return words;
  }

  /** An id, given as a string or, when the vendor populated it, as an object with {@code _id}. */
  static String id(JsonNode parent, String name) {
    JsonNode populated = object(parent, name);
    return populated == null ? word(parent, name) : word(populated, "_id");
  }

  /**
   * An ISO-8601 date and time with an offset, with or without a fraction, within the years 1 to
   * 9999 of UTC, cut to the microseconds that PostgreSQL keeps.
   */
  static Instant instant(JsonNode parent, String name) {
    String text = word(parent, name);
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime utc =
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
              .withOffsetSameInstant(ZoneOffset.UTC);
      boolean storable = utc.getYear() >= 1 && utc.getYear() <= 9999;
      return storable ? utc.toInstant().truncatedTo(ChronoUnit.MICROS) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static String bounded(String text) {
    return text == null || text.length() > MAX_WORD ? null : text;
  }
}
