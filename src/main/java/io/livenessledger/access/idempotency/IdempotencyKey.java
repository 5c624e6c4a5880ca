package io.livenessledger.access.idempotency;

import io.livenessledger.problem.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** What a caller sends in the header {@code Idempotency-Key}. */
final class IdempotencyKey {
  static final String HEADER = "Idempotency-Key";

  /** A string of RFC 9651, without parameters: printable ASCII, with two signs escaped. */
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\]){1,510})\"");

  /** What most clients send. A comma would be two keys, a semicolon a parameter. */
  private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x7E]+");

  private static final int LONGEST = 255;

  private IdempotencyKey() {}

  /**
   * The key, without quotation marks: quoted or not it is the same one.
   *
   * @param headers the values of {@value #HEADER}
   * @return null when there is none
   * @throws Problem {@code invalid-parameter}
   */
  static String in(List<String> headers) {
    if (headers.isEmpty()) {
      return null;
    }
    String key = headers.size() == 1 ? unquoted(headers.get(0).strip()) : null;
    if (key == null || key.length() > LONGEST) {
      throw Problem.invalidParameter(
          HEADER,
          "must be one string of 1 to 255 printable ASCII characters, such as"
              + " \"8e03978e-40d5-43dd-bc93-6894a57f9324\", with or without quotation marks");
    }
    return key;
  }

  private static String unquoted(String value) {
    var quoted = QUOTED.matcher(value);
    if (quoted.matches()) {
      return quoted.group(1).replaceAll("\\\\([\"\\\\])", "$1");
    }
    return BARE.matcher(value).matches() ? value : null;
  }
}
