package io.livenessledger.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.access.write.AccessConfig;
import io.livenessledger.access.write.AccessConfig.Demand;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.security.Action;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** What callers say they do it for. */
@ApplicationScoped
class Purposes {
  static final String HEADER = "Access-Purpose";
  private static final int LONGEST = 200;

  private final AccessConfig config;

  Purposes(AccessConfig config) {
    this.config = config;
  }

  /**
   * The purpose of a call.
   *
   * @param headers the values of {@value #HEADER}
   * @throws Problem {@code purpose-required}, {@code invalid-parameter}
   */
  String of(Action action, List<String> headers) {
    if (headers == null || headers.isEmpty()) {
      if (action.discloses() && config.purpose() == Demand.REQUIRED) {
        throw Problem.of(
            ProblemCode.PURPOSE_REQUIRED, "Say in the header " + HEADER + " what you read it for.");
      }
      return null;
    }
    String purpose = said(headers);
    if (purpose == null) {
      throw Problem.invalidParameter(HEADER, "must be one text of 1 to 200 printable characters");
    }
    if (config.purposes().isPresent() && !config.purposes().get().contains(purpose)) {
      throw Problem.invalidParameter(
          HEADER, "must be one of: " + String.join(", ", config.purposes().get()));
    }
    return purpose;
  }

  /** What a call says that it is for, of the list or not; null when that is no one purpose. */
  static String said(List<String> headers) {
    if (headers == null || headers.size() != 1) {
      return null;
    }
    String purpose = text(headers.get(0)).strip();
    return isPrintable(purpose) ? purpose : null;
  }

  /** The server reads each byte as a character; who sends more than ASCII mostly means UTF-8. */
  private static String text(String received) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(received.getBytes(ISO_8859_1))).toString();
    } catch (CharacterCodingException latin) {
      return received;
    }
  }

  private static boolean isPrintable(String text) {
    return !text.isEmpty()
        && text.codePointCount(0, text.length()) <= LONGEST
        && text.codePoints().allMatch(Purposes::isPrintable);
  }

  private static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
