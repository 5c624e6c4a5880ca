package io.livenessledger.record.history;

import io.livenessledger.canonical.Digest;
import java.util.Map;

/**
 * The vendor's answer exactly as received, byte for byte.
 *
 * @param bytes never changed after construction; not copied, so never change them
 * @param contentType as the vendor declared it; null when it declared none
 * @param headers chosen headers of the answer, names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // compared by digest, never by equals
public record Body(byte[] bytes, String contentType, Map<String, String> headers) {

  /** SHA-256 of the bytes. */
  public Digest digest() {
    return Digest.sha256(bytes);
  }

  /** Names no content: a body holds personal data. */
  @Override
  public String toString() {
    return "Body[" + bytes.length + " bytes]";
  }
}
