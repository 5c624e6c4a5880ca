package io.livenessledger.vendor;

import io.livenessledger.verifik.budget.Urgency;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What the budget leaves to calls of an urgency, and how fast they can be made within it. */
@ApplicationScoped
public class BudgetPace {
  private final BudgetConfig config;

  BudgetPace(BudgetConfig config) {
    this.config = config;
  }

  int callsPerMinute(Urgency urgency) {
    return part(config.minute().calls(), share(urgency));
  }

  int callsPerDay(Urgency urgency) {
    return part(config.day().calls(), share(urgency));
  }

  /** Whatever others leave of the day. */
  int scheduledCallsPerDay() {
    return part(config.day().calls(), config.shareOfSchedule());
  }

  /** At least one, or what is less urgent would never begin. */
  private static int part(int calls, double share) {
    return Math.max(1, (int) Math.floor(calls * share));
  }

  private double share(Urgency urgency) {
    return switch (urgency) {
      case REFRESH -> 1;
      case SCHEDULE -> 1 - config.keptFromSchedule();
      case BACKFILL -> 1 - config.keptFromBackfill();
    };
  }

  /** How long so many calls take, if nobody else makes any. */
  public Duration atLeast(Urgency urgency, long calls) {
    long day = callsPerDay(urgency);
    long wholeDays = Math.max(0, (calls - 1) / day);
    long rest = calls - wholeDays * day;
    // As many as a span allows may begin at once
    long wholeMinutes = Math.max(0, (rest - 1) / callsPerMinute(urgency));
    return config
        .day()
        .span()
        .multipliedBy(wholeDays)
        .plus(config.minute().span().multipliedBy(wholeMinutes));
  }
}
