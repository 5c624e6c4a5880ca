package io.livenessledger.canonical;

/**
 * A text has no RFC 8785 form, because it is not an I-JSON message (RFC 7493). The message says why
 * and quotes nothing of the text: it may hold personal data.
 */
public final class NotCanonicalException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  NotCanonicalException(String reason) {
    super(reason);
  }
}
