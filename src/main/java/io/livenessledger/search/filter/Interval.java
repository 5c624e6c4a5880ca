package io.livenessledger.search.filter;

import io.livenessledger.paging.Instants;
import io.livenessledger.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * From one instant up to, but without, another.
 *
 * @param from null for an open beginning
 * @param to null for an open end
 */
// As part of a filter
@RegisterForReflection
public record Interval(Instant from, Instant to) {

  static Interval of(String name, String from, String to) {
    Interval interval =
        new Interval(Instants.instant(name + "From", from), Instants.instant(name + "To", to));
    return interval.unlessInverted(name + "To");
  }

  /** The part of it before another instant. */
  Interval endingBefore(String parameter, String text) {
    Instant end = Instants.instant(parameter, text);
    return end == null || (to != null && to.isBefore(end))
        ? this
        : new Interval(from, end).unlessInverted(parameter);
  }

  private Interval unlessInverted(String parameter) {
    if (from != null && to != null && !from.isBefore(to)) {
      throw Problem.invalidParameter(parameter, "must be after the beginning of the interval");
    }
    return this;
  }

  /** Whether it leaves nothing out. */
  public boolean isOpen() {
    return from == null && to == null;
  }
}
