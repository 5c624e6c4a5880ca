package io.livenessledger.paging;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import java.util.List;
import java.util.function.ToLongFunction;

/** Reads numbers and page tokens. */
public final class Lists {
  private Lists() {}

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

  /**
   * The sort keys in a page token.
   *
   * @throws Problem {@code invalid-page-token}
   */
  public static List<String> position(String list, String pageToken, int keys) {
    return PageToken.decode(list, pageToken, keys).orElseThrow(Lists::invalidToken);
  }

  /**
   * The whole number, 1 or more.
   *
   * @throws Problem {@code invalid-parameter} when it is none
   */
  public static long positiveLong(String parameter, String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw Problem.invalidParameter(parameter, "must be a whole number, 1 or more");
    }
    return Long.parseLong(text);
  }

  /** As {@link #before}, for numbers beyond an {@code int}. */
  public static long beforeLong(String list, String pageToken) {
    if (pageToken == null) {
      return Long.MAX_VALUE;
    }
    String number = position(list, pageToken, 1).get(0);
    if (!number.matches("[1-9][0-9]{0,17}")) {
      throw invalidToken();
    }
    return Long.parseLong(number);
  }

  /**
   * The number before which a newest-first list continues.
   *
   * @param pageToken null for the first page
   * @throws Problem {@code invalid-page-token}
   */
  public static int before(String list, String pageToken) {
    if (pageToken == null) {
      return Integer.MAX_VALUE;
    }
    int number = number(position(list, pageToken, 1).get(0));
    if (number == 0) {
      throw invalidToken();
    }
    return number;
  }

  public static Problem invalidToken() {
    return Problem.of(
        ProblemCode.INVALID_PAGE_TOKEN,
        "The page token is not one that this list gave; start again without it.");
  }

  /** A page of numbered facts, newest first, whose token is the last number shown. */
  public static <T> Page<T> numbered(
      String list, List<T> found, int size, ToLongFunction<T> number) {
    return Page.of(
        found, size, last -> PageToken.encode(list, String.valueOf(number.applyAsLong(last))));
  }
}
