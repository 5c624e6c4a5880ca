package io.livenessledger.search.filter;

import io.livenessledger.problem.Problem;
import java.util.List;
import java.util.Set;

/** The four checks, as the contract names them. */
final class Checks {
  static final String NAMES =
      "screenReplay, printedCopy, portraitSubstitution, digitalManipulation";

  private static final List<String> ALL = List.of(NAMES.split(", "));

  private Checks() {}

  static Set<String> any(String parameter, List<String> names) {
    Set<String> wanted = Words.any(parameter, names);
    if (!ALL.containsAll(wanted)) {
      throw Problem.invalidParameter(parameter, "must be one of " + ALL);
    }
    return wanted;
  }

  static Set<String> calibrations(String parameter, List<String> texts) {
    Set<String> wanted = Words.any(parameter, texts);
    if (!wanted.stream().allMatch(Checks::isCalibration)) {
      throw Problem.invalidParameter(
          parameter, "must be one of " + ALL + ", a colon and a level, such as screenReplay:HARD");
    }
    return wanted;
  }

  private static boolean isCalibration(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon < text.length() - 1 && ALL.contains(text.substring(0, colon));
  }
}
