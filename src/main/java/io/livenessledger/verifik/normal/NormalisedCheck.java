package io.livenessledger.verifik.normal;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an answer says about one check. A member is null when the answer does not say, or says it in
 * a wrong type.
 *
 * @param ran flat: the {@code validate…} flag, false meaning that the zeros beside it are no
 *     results; nested: true when there is a result object, else null, since the vendor never says
 *     that a check did not run
 * @param passed nested only
 * @param score outside 0..1 and negative are normal
 * @param probability flat only; no verdict may be derived from it, its direction is disputed
 * @param calibration {@code SOFT}, {@code REGULAR}, {@code HARD}; an open set
 * @param warnings flat only; an open set. Entries that are not strings, or too long, are left out
 * @param errors as {@code warnings}
 * @param details nested only; a sentence for people
 */
public record NormalisedCheck(
    Boolean ran,
    Boolean passed,
    BigDecimal score,
    BigDecimal probability,
    String calibration,
    List<String> warnings,
    List<String> errors,
    String details) {

  private static final NormalisedCheck SILENT =
      new NormalisedCheck(null, null, null, null, null, null, null, null);

  public NormalisedCheck {
    warnings = warnings == null ? null : List.copyOf(warnings);
    errors = errors == null ? null : List.copyOf(errors);
  }

  /** Whether the answer says nothing at all about the check. */
  boolean isSilent() {
    return equals(SILENT);
  }
}
