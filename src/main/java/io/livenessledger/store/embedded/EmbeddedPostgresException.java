package io.livenessledger.store.embedded;

/**
 * The embedded server cannot run. The message is one line: what is wrong, and what to do about it.
 */
public final class EmbeddedPostgresException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedPostgresException(String message) {
    super(message);
  }

  EmbeddedPostgresException(String message, Throwable cause) {
    super(message, cause);
  }
}
