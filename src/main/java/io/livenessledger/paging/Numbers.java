package io.livenessledger.paging;

import io.livenessledger.problem.Problem;

/** Reads the numbers that callers write into addresses. */
public final class Numbers {
  private Numbers() {}

  /**
   * The whole number, 1 or more.
   *
   * @throws Problem {@code invalid-parameter} when it is none
   */
  public static int positive(String parameter, String text) {
    int number = number(text);
    if (number == 0) {
      throw Problem.invalidParameter(parameter, "must be a whole number, 1 or more");
    }
    return number;
  }

  /**
   * A number in a path or query.
   *
   * @return 0 when it is no positive whole number within an {@code int}
   */
  public static int number(String text) {
    boolean digits = text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && !text.isEmpty() ? Integer.parseInt(text) : 0;
  }

  /** As {@link #positive}, for numbers beyond an {@code int}. */
  public static long positiveLong(String parameter, String text) {
    if (!isPositiveLong(text)) {
      throw Problem.invalidParameter(parameter, "must be a whole number, 1 or more");
    }
    return Long.parseLong(text);
  }

  static boolean isPositiveLong(String text) {
    return text.matches("[1-9][0-9]{0,17}");
  }
}
