package io.livenessledger.backfill.run;

import io.livenessledger.backfill.job.Backfill.Pause;
import io.livenessledger.backfill.job.Failure;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** When what failed is tried again. */
final class Retries {
  /** Whoever asks for another record will hear the same. */
  private static final Set<ProblemCode> OF_ALL =
      EnumSet.of(
          ProblemCode.VENDOR_RATE_LIMITED,
          ProblemCode.VENDOR_TOKEN_REJECTED,
          ProblemCode.VENDOR_NOT_CONFIGURED);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration UNKNOWN_PAUSE = Duration.ofMinutes(1);

  private final BackfillConfig.Retry config;

  Retries(BackfillConfig.Retry config) {
    this.config = config;
  }

  /** Whether a problem has nothing to do with the record that was asked for. */
  static boolean isOfAll(Problem problem) {
    return OF_ALL.contains(problem.code());
  }

  /** How long the job waits for a problem that {@link #isOfAll}. */
  static Pause untilOver(Problem problem, int failures) {
    return pause(problem.retryAfter().orElse(UNKNOWN_PAUSE), failures, problem);
  }

  /** How long the job waits after so many failures in a row: the vendor may be down. */
  Pause afterFailures(Problem problem, int failures) {
    return pause(doubled(SHORTEST_PAUSE, failures - 1), failures, problem);
  }

  private static Pause pause(Duration pause, int failures, Problem problem) {
    return new Pause(failures, null, pause, problem.code().code(), problem.detail());
  }

  /** How long until a record is tried again. */
  Duration delay(Failure failure) {
    return doubled(config.delay(), failure.tries());
  }

  private Duration doubled(Duration first, int times) {
    Duration longest = config.maxDelay();
    Duration delay = first.multipliedBy(1L << Math.min(times, 20));
    return delay.compareTo(longest) > 0 ? longest : delay;
  }
}
