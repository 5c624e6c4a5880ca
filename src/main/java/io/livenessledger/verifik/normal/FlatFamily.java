package io.livenessledger.verifik.normal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Reads what only flat records say: {@code validate<Check>}, {@code <check>Score}, … */
final class FlatFamily {
  private FlatFamily() {}

  /** Whether the record has at least one member of the flat family, in the right type. */
  static boolean recognises(JsonNode data) {
    return live(data) != null
        || aggregateProbability(data) != null
        || Members.flag(data, Members.IGNORE_CROPPED) != null
        || Members.flag(data, Members.IGNORE_COLOUR_LESS) != null
        || !checks(data).isEmpty();
  }

  /** The vendor's verdict; only records since about October 2025 have one. */
  static Boolean live(JsonNode data) {
    return Members.flag(data, "isLive");
  }

  /** A probability despite its name; it cannot be recomputed from the four. */
  static BigDecimal aggregateProbability(JsonNode data) {
    return Members.number(data, "aggregatedScore");
  }

  static Map<Check, NormalisedCheck> checks(JsonNode data) {
    Map<Check, NormalisedCheck> checks = new EnumMap<>(Check.class);
    for (Check check : Check.values()) {
      NormalisedCheck read = check(data, check.vendorName());
      if (!read.isSilent()) {
        checks.put(check, read);
      }
    }
    return checks;
  }

  private static NormalisedCheck check(JsonNode data, String name) {
    return new NormalisedCheck(
        Members.flag(data, "validate" + capitalised(name)),
        null,
        score(data, name),
        Members.number(data, name + "Probability"),
        calibration(data, name),
        Members.words(data, name + "Warnings"),
        Members.words(data, name + "Errors"),
        null);
  }

  // The vendor misspells screenReplay in these two. Where both spellings stand, the right one wins:
  // it can only be there because the vendor mended it, the other one for old callers' sake.

  private static BigDecimal score(JsonNode data, String name) {
    BigDecimal score = Members.number(data, name + "Score");
    return score != null ? score : Members.number(data, misspelt(name) + "Score");
  }

  private static String calibration(JsonNode data, String name) {
    String calibration = Members.word(data, name + "Calibration");
    return calibration != null ? calibration : Members.word(data, misspelt(name) + "Calibration");
  }

  private static String misspelt(String name) {
    return name.equals("screenReplay") ? "sreenReplay" : name;
  }

  private static String capitalised(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
