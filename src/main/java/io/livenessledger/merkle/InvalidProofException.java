package io.livenessledger.merkle;

/**
 * A proof proves nothing; the message says which step failed, with expected and computed values.
 */
public final class InvalidProofException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A proof that does not hold, and why. */
  public InvalidProofException(String message) {
    super(message);
  }
}
