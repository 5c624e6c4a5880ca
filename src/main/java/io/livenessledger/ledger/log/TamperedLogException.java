package io.livenessledger.ledger.log;

/** The stored log is not what its last checkpoint says; nothing may be built on it. */
public final class TamperedLogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TamperedLogException(String message) {
    super(message);
  }
}
