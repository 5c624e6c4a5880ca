package io.livenessledger.record.change;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A place in the feed, for as long as there is the log: unlike a page token it does not expire, is
 * good for every caller, and tells nothing that the log does not tell everybody.
 *
 * @param position how many leaves lie before it
 */
public record Cursor(long position) {
  public static final Cursor BEGINNING = new Cursor(0);

  private static final byte VERSION = 1;
  private static final int SIZE = 1 + Long.BYTES;

  /** The place behind a leaf. */
  static Cursor behind(long leafIndex) {
    return new Cursor(leafIndex + 1);
  }

  /**
   * What {@link #text} wrote, to the letter.
   *
   * @throws Problem {@code invalid-page-token}
   */
  public static Cursor parse(String text) {
    byte[] bytes = bytes(text);
    if (bytes.length == SIZE && bytes[0] == VERSION) {
      Cursor cursor = new Cursor(ByteBuffer.wrap(bytes, 1, Long.BYTES).getLong());
      if (cursor.position >= 0 && cursor.text().equals(text)) {
        return cursor;
      }
    }
    throw invalid("The cursor is not one that this feed gave; without one it begins anew.");
  }

  private static byte[] bytes(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return new byte[0];
    }
  }

  static Problem invalid(String detail) {
    return Problem.of(ProblemCode.INVALID_PAGE_TOKEN, detail);
  }

  /** Opaque to callers: 12 characters of base64url. */
  public String text() {
    byte[] bytes = ByteBuffer.allocate(SIZE).put(VERSION).putLong(position).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
