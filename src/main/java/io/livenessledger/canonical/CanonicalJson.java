package io.livenessledger.canonical;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The canonical form of RFC 8785 (JCS): members sorted by UTF-16 code units, no white space,
 * numbers as ECMAScript prints a double.
 *
 * <p>Numbers go through binary floating point, as the RFC demands: {@code 0.90} and {@code 0.9}
 * have one form, and so have two decimals that differ only beyond the 17th digit. Good for telling
 * whether something changed; never a source of values to store or show.
 */
public final class CanonicalJson {
  /** Objects and arrays may stand in each other this deep; the library's recursion is unbounded. */
  public static final int MAX_DEPTH = 1000;

  private CanonicalJson() {}

  /**
   * The canonical form, in UTF-8, of a JSON text whose outermost value is an object or an array.
   *
   * @throws NotCanonicalException when there is no such form: the text is not JSON or a bare
   *     scalar, it has a duplicate member name, an unpaired surrogate or a number beyond the range
   *     of a double, or it is nested deeper than {@link #MAX_DEPTH}
   */
  public static byte[] of(String json) {
    if (depth(json) > MAX_DEPTH) {
      throw new NotCanonicalException("The JSON text is nested too deeply");
    }
    String canonical;
    try {
      canonical = new JsonCanonicalizer(json).getEncodedString();
    } catch (IOException e) {
      // The library's message quotes the text, so neither it nor the cause goes any further.
      throw new NotCanonicalException("The text is not an I-JSON object or array");
    }
    return strictUtf8(canonical);
  }

  /** The library's own encoding would turn an unpaired surrogate into a question mark. */
  private static byte[] strictUtf8(String text) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw new NotCanonicalException("The JSON text has an unpaired surrogate");
    }
  }

  private static int depth(String json) {
    int depth = 0;
    int deepest = 0;
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inString && c == '\\') {
        i++;
      } else if (c == '"') {
        inString = !inString;
      } else if (!inString && (c == '{' || c == '[')) {
        deepest = Math.max(deepest, ++depth);
      } else if (!inString && (c == '}' || c == ']')) {
        depth--;
      }
    }
    return deepest;
  }
}
