package io.livenessledger.paging;

import io.livenessledger.problem.Problem;
import java.util.Arrays;

/** Reads names in queries. */
public final class Names {
  private Names() {}

  /**
   * The constant of this name.
   *
   * @param name null is null
   * @throws Problem {@code invalid-parameter}, with the names there are
   */
  public static <E extends Enum<E>> E oneOf(String parameter, E[] all, String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(all)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Problem.invalidParameter(parameter, "must be one of " + Arrays.toString(all)));
  }
}
