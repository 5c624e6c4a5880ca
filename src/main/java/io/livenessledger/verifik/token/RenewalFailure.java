package io.livenessledger.verifik.token;

/** A token was not renewed; the message says why and quotes nothing. */
public final class RenewalFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RenewalFailure(String message) {
    super(message, null, false, false);
  }
}
