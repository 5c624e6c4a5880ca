package io.livenessledger.search.filter;

import io.livenessledger.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * From one number to another, both included.
 *
 * @param min null for none
 * @param max null for none
 */
// As part of a filter
@RegisterForReflection
public record NumberRange(BigDecimal min, BigDecimal max) {
  // Exponents would let a short text stand for a number of any length
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?");

  static NumberRange of(String name, String min, String max) {
    NumberRange range = new NumberRange(number(name + "Min", min), number(name + "Max", max));
    if (range.min != null && range.max != null && range.min.compareTo(range.max) > 0) {
      throw Problem.invalidParameter(name + "Max", "must not be less than " + name + "Min");
    }
    return range;
  }

  private static BigDecimal number(String parameter, String text) {
    if (text == null) {
      return null;
    }
    if (!DECIMAL.matcher(text).matches()) {
      throw Problem.invalidParameter(parameter, "must be a decimal number, such as 0.05");
    }
    return new BigDecimal(text);
  }

  /** Whether it leaves nothing out. */
  public boolean isOpen() {
    return min == null && max == null;
  }
}
