package io.livenessledger.verifik.normal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads a JSON text into a tree whose numbers are exact decimals.
 *
 * <p>A value that is JSON but has no canonical form, or that PostgreSQL cannot hold, becomes a
 * <em>flaw</em>: a node that carries only an {@link UnreadableReason}. A flaw spreads to whatever
 * contains it, except to the outermost object: what is wrong with a member that nobody stores, such
 * as {@code signature}, must not cost us the record beside it.
 */
final class JsonDocument {
  /** Deeper than any vendor answer by far, and shallow enough to recurse. */
  static final int MAX_DEPTH = 200;

  /** Digits and scale: a bound at which plain notation stays small; PostgreSQL could hold more. */
  static final int MAX_DIGITS = 1000;

  // Lengths are bounded by the size of the body; here they would only cause a wrong reason.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          // Names come from outside: interning them would fill a table that is never emptied.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final JsonParser parser;

  private JsonDocument(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The one value that the bytes hold.
   *
   * @throws IOException when they are not UTF-8, not JSON, nested too deeply or go on after the
   *     value; its message quotes the body and must not leave this package
   */
  static JsonNode parse(byte[] body) throws IOException {
    // Decoded here, since the parser would also guess UTF-16 and let some invalid bytes pass.
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    // RFC 8259 §8.1 lets a reader ignore a byte order mark.
    int start = text.startsWith("\ufeff") ? 1 : 0;
    try (JsonParser parser = JSON.createParser(text.substring(start))) {
      parser.nextToken();
      JsonNode value = new JsonDocument(parser).value(true);
      if (parser.nextToken() != null) {
        throw new IOException("Text after the JSON value");
      }
      return value;
    }
  }

  /** The reason that a flaw carries; null when the node is sound. */
  static UnreadableReason flawOf(JsonNode node) {
    return node instanceof POJONode flaw ? (UnreadableReason) flaw.getPojo() : null;
  }

  private static JsonNode flaw(UnreadableReason reason) {
    return new POJONode(reason);
  }

  private JsonNode value(boolean outermost) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("No JSON value");
    }
    return switch (token) {
      case START_OBJECT -> object(outermost);
      case START_ARRAY -> array();
      case VALUE_STRING -> text(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getText());
      case VALUE_TRUE -> BooleanNode.TRUE;
      case VALUE_FALSE -> BooleanNode.FALSE;
      case VALUE_NULL -> NullNode.instance;
      default -> throw new IOException("Not a JSON value");
    };
  }

  private JsonNode object(boolean outermost) throws IOException {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    JsonNode flaw = null;
    // Reads on after a flaw: that the text is not JSON, or goes on behind, is the graver finding.
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      JsonNode value = value(false);
      JsonNode asText = text(name);
      JsonNode member = flawOf(asText) == null ? value : asText;
      if (object.has(name)) {
        flaw = flaw(UnreadableReason.NOT_CANONICAL);
      } else if (flawOf(member) != null && !outermost) {
        flaw = member;
      }
      object.set(name, member);
    }
    return flaw == null ? object : flaw;
  }

  private JsonNode array() throws IOException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    JsonNode flaw = null;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      JsonNode element = value(false);
      if (flawOf(element) != null) {
        flaw = element;
      }
      array.add(element);
    }
    return flaw == null ? array : flaw;
  }

  private static JsonNode text(String text) {
    // Exactly the strings with an unpaired surrogate cannot be encoded.
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return flaw(UnreadableReason.NOT_CANONICAL);
    }
    return text.indexOf('\0') < 0 ? TextNode.valueOf(text) : flaw(UnreadableReason.NOT_STORABLE);
  }

  private static JsonNode number(String text) {
    if (Double.isInfinite(Double.parseDouble(text))) {
      return flaw(UnreadableReason.NOT_CANONICAL);
    }
    // Before the conversion, whose cost grows with the square of the length.
    if (text.length() > 2 * MAX_DIGITS) {
      return flaw(UnreadableReason.NOT_STORABLE);
    }
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      // The exponent does not even fit a BigDecimal; a very small number, or zero.
      return flaw(UnreadableReason.NOT_STORABLE);
    }
    return isBounded(number) ? DecimalNode.valueOf(number) : flaw(UnreadableReason.NOT_STORABLE);
  }

  /** Both ends of the scale: 0e2147483648 has one that Math.abs would leave negative. */
  private static boolean isBounded(BigDecimal number) {
    return number.precision() <= MAX_DIGITS
        && number.scale() <= MAX_DIGITS
        && number.scale() >= -MAX_DIGITS;
  }
}
