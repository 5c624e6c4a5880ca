package io.livenessledger.refresh;

import io.livenessledger.problem.Problem;

/** What a caller wants when the vendor fails. */
enum OnError {
  /** The problem. */
  FAIL,
  /** What is stored, marked as stale; the problem when nothing is. */
  STORED;

  /**
   * @throws Problem {@code invalid-parameter}
   */
  static OnError parse(String text) {
    return switch (text) {
      case "fail" -> FAIL;
      case "stored" -> STORED;
      default -> throw Problem.invalidParameter("onError", "must be fail or stored");
    };
  }
}
