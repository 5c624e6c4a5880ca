package io.livenessledger.intake;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.Observation.Trigger;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;

/**
 * What this replica's fetches and submissions came to, in numbers that name no record. Those that
 * can be foreseen are there from the start: a rate needs to have seen them at zero.
 */
@ApplicationScoped
class IntakeMetrics {
  private final MeterRegistry registry;

  IntakeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void start(@Observes StartupEvent started) {
    for (Trigger trigger : Trigger.values()) {
      Stream.of(RefreshResult.values()).forEach(result -> observations(trigger, result));
      if (trigger != Trigger.SUBMITTED) {
        Stream.of(ProblemCode.values())
            .filter(IntakeMetrics::endsFetches)
            .forEach(problem -> failures(trigger, problem));
      }
    }
  }

  /** An answer that cannot be read is kept: its fetch did not fail. */
  private static boolean endsFetches(ProblemCode problem) {
    return problem == ProblemCode.VENDOR_RECORD_NOT_FOUND
        || (problem.blamesVendor() && problem != ProblemCode.VENDOR_ANSWER_UNREADABLE);
  }

  /** To be called after the commit. */
  void appended(Trigger trigger, Appended appended) {
    if (!appended.repeated()) {
      observations(trigger, appended.result()).increment();
    }
  }

  void failed(Trigger trigger, Problem problem) {
    failures(trigger, problem.code()).increment();
  }

  private Counter observations(Trigger trigger, RefreshResult result) {
    return Counter.builder("ledger.observations")
        .description("Observations that were appended, by what caused them and what they changed")
        .tag("trigger", trigger.name())
        .tag("result", result.name())
        .register(registry);
  }

  private Counter failures(Trigger trigger, ProblemCode problem) {
    return Counter.builder("ledger.fetch.failures")
        .description("Fetches of which no observation was made, by what caused them")
        .tag("trigger", trigger.name())
        .tag("problem", problem.code())
        .register(registry);
  }
}
