package io.livenessledger.verifik;

import java.time.Instant;
import java.util.Map;

/**
 * An answer of the vendor that says something about the record: a 2xx or a 404.
 *
 * @param body exactly as received; null when it was over the size limit
 * @param contentType as declared; null when none was
 * @param headers chosen headers, names in lower case
 * @param receivedAt when its last byte was here
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record VendorAnswer(
    int status, byte[] body, String contentType, Map<String, String> headers, Instant receivedAt) {

  /** Whether the vendor says that it does not have the record. */
  public boolean isAbsent() {
    return status == 404;
  }

  /** Names no content: a body holds personal data. */
  @Override
  public String toString() {
    return "VendorAnswer[" + status + "]";
  }
}
