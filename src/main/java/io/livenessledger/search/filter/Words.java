package io.livenessledger.search.filter;

import io.livenessledger.paging.Names;
import io.livenessledger.problem.Problem;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads query parameters whose values are words. */
final class Words {
  /** More would be an abuse of a query; whoever knows the records looks them up by their ids. */
  private static final int MOST = 100;

  /** As long as what is stored. */
  private static final int LONGEST = 256;

  private Words() {}

  static Set<String> any(String parameter, List<String> values) {
    if (values.size() > MOST) {
      throw Problem.invalidParameter(parameter, "must not be given more than " + MOST + " times");
    }
    if (values.stream().anyMatch(value -> value.length() > LONGEST || value.indexOf(0) >= 0)) {
      throw Problem.invalidParameter(
          parameter, "must have at most " + LONGEST + " characters, none of them NUL");
    }
    return new TreeSet<>(values);
  }

  static <E extends Enum<E>> Set<E> oneOf(String parameter, E[] all, List<String> names) {
    return names.stream()
        .map(name -> Names.oneOf(parameter, all, name))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(all[0].getDeclaringClass())));
  }

  static Set<Optional<Boolean>> verdicts(String parameter, List<String> values) {
    Set<Optional<Boolean>> verdicts = new LinkedHashSet<>();
    for (String value : values) {
      verdicts.add(
          switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            case "unknown" -> Optional.empty();
            default ->
                throw Problem.invalidParameter(parameter, "must be one of [true, false, unknown]");
          });
    }
    return verdicts;
  }

  static Boolean flag(String parameter, String value) {
    if (value == null) {
      return null;
    }
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Problem.invalidParameter(parameter, "must be one of [true, false]");
    };
  }
}
