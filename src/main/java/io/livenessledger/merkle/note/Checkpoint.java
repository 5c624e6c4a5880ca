package io.livenessledger.merkle.note;

import io.livenessledger.canonical.Digest;
import java.util.Arrays;
import java.util.List;

/**
 * What a log signs (C2SP tlog-checkpoint).
 *
 * @param origin names the log
 * @param size of the tree
 * @param root of the tree
 * @param extensions further lines, opaque
 */
public record Checkpoint(String origin, long size, Digest root, List<String> extensions) {
  public Checkpoint {
    extensions = List.copyOf(extensions);
  }

  /** The text of the note. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /**
   * Reads the text of a note.
   *
   * @throws InvalidNoteException unless it is exactly what {@link #text} gives
   */
  public static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    // The last line is ended, too, so that an empty one seems to follow
    int count = lines.length - 1;
    if (!text.endsWith("\n")
        || count < 3
        || Arrays.stream(lines).limit(count).anyMatch(String::isEmpty)) {
      throw new InvalidNoteException("Not a checkpoint: origin, size and root expected");
    }
    try {
      return new Checkpoint(
          lines[0], number(lines[1]), Digest.ofBase64(lines[2]), List.of(lines).subList(3, count));
    } catch (IllegalArgumentException notBase64) {
      throw new InvalidNoteException("The checkpoint's root is not a SHA-256 digest in base64");
    }
  }

  /** A decimal number without leading zeros, as these texts have them. */
  static long number(String text) {
    if (!text.matches("0|[1-9][0-9]{0,17}")) {
      throw new InvalidNoteException("Not a number: 1 to 18 digits without leading zeros expected");
    }
    return Long.parseLong(text);
  }
}
