package io.livenessledger.verifik.normal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Reads what only nested records say: {@code validationResults}, {@code calibrationSettings}, … */
final class NestedFamily {
  private static final String RESULTS = "validationResults";
  private static final String CALIBRATIONS = "calibrationSettings";
  private static final String FLAGS = "validationFlags";

  private NestedFamily() {}

  /** Whether the record has one of the objects that give the family its name. */
  static boolean recognises(JsonNode data) {
    return Members.object(data, RESULTS) != null
        || Members.object(data, CALIBRATIONS) != null
        || Members.object(data, FLAGS) != null;
  }

  /** Whether the record has a plain member that flat records lack, as one without results would. */
  static boolean suspects(JsonNode data) {
    return Members.word(data, "status") != null
        || Members.instant(data, "completedAt") != null
        || Members.number(data, "riskScore") != null
        || Members.number(data, "confidence") != null;
  }

  /** True when every check that ran passed, false when any failed, else null: unknown. */
  static Boolean live(Collection<NormalisedCheck> checks) {
    boolean ran = false;
    boolean allPassed = true;
    for (NormalisedCheck check : checks) {
      if (Boolean.FALSE.equals(check.passed())) {
        return false;
      }
      boolean thisRan = Boolean.TRUE.equals(check.ran());
      ran |= thisRan;
      allPassed &= !thisRan || check.passed() != null;
    }
    return (ran && allPassed) ? true : null;
  }

  /** Where the two flags stand; empty when they do not. */
  static JsonNode flags(JsonNode data) {
    return within(data, FLAGS);
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
    JsonNode results = within(data, RESULTS);
    JsonNode result = within(results, name);
    return new NormalisedCheck(
        Members.object(results, name) == null ? null : true,
        Members.flag(result, "passed"),
        Members.number(result, "score"),
        null,
        Members.word(within(data, CALIBRATIONS), name + "Calibration"),
        null,
        null,
        Members.text(result, "details"));
  }

  /** The object of that name, empty when there is none. */
  private static JsonNode within(JsonNode parent, String name) {
    return Objects.requireNonNullElseGet(
        Members.object(parent, name), JsonNodeFactory.instance::objectNode);
  }
}
