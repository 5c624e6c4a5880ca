package io.livenessledger.record.check;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds revisions whose profile (V0008) is not that of their content. Derives it anew, as the
 * trigger does, and uses none of the trigger's functions: who can replace a trigger can replace
 * these.
 */
final class DerivedProfiles {
  /** Names of the checks in columns and in the contract. */
  private static final List<List<String>> CHECKS =
      List.of(
          List.of("screen_replay", "screenReplay"),
          List.of("printed_copy", "printedCopy"),
          List.of("portrait_substitution", "portraitSubstitution"),
          List.of("digital_manipulation", "digitalManipulation"));

  /** Columns of values that not all contents have, and their names in the contract. */
  private static final List<List<String>> VALUES =
      List.of(
          List.of("risk_score", "riskScore"),
          List.of("confidence", "confidence"),
          List.of("aggregate_probability", "aggregateProbability"),
          List.of("created_at", "createdAt"),
          List.of("completed_at", "completedAt"));

  /** Parameters: a range of record ids. */
  static final String DIFFERING =
      "select 'revision', v.record_id, v.started_by, 'its profile is not that of its content'"
          + " from revision v left join content_profile p on p.id = v.profile"
          + " where v.record_id > $1 and v.record_id <= $2"
          + " and (p.status, p.live, p.family, p.ran, p.failed, p.calibrations, p.warnings, p.errors, p.given)"
          + " is distinct from (v.status, v.live, v.family, "
          + String.join(
              ", ",
              each(CHECKS, "case when v.COLUMN_ran then 'NAME' end"),
              each(CHECKS, "case when not v.COLUMN_passed then 'NAME' end"),
              each(CHECKS, "'NAME:' || v.COLUMN_calibration"),
              all("v.COLUMN_warnings"),
              all("v.COLUMN_errors"),
              each(VALUES, "case when v.COLUMN is not null then 'NAME' end"))
          + ")";

  private DerivedProfiles() {}

  private static String each(List<List<String>> columns, String word) {
    return distinct("array[" + joined(columns, word, ", ") + "]");
  }

  /** A list of words of every check, which may be null. */
  private static String all(String words) {
    return distinct(joined(CHECKS, words, " || "));
  }

  private static String joined(List<List<String>> columns, String term, String separator) {
    return columns.stream()
        .map(names -> term.replace("COLUMN", names.get(0)).replace("NAME", names.get(1)))
        .collect(Collectors.joining(separator));
  }

  private static String distinct(String words) {
    return "array(select distinct w from unnest(" + words + ") w where w is not null order by w)";
  }
}
