package io.livenessledger.start;

/** Why the program does not start, in plain lines for a person. */
public final class StartUpFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The lines to print. */
  StartUpFailure(String lines) {
    super(lines);
  }
}
