package io.livenessledger.search.filter;

import io.livenessledger.record.history.Content.Family;
import io.livenessledger.record.state.RecordState.Upstream;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which records are wanted. An empty set, a null flag and an open end ask for nothing.
 *
 * @param scope clients whose records there are for the caller; null for all
 * @param live the verdicts; empty ones stand for none given
 * @param failedChecks names of checks as in the contract, any of which failed
 * @param calibrations {@code check:level}
 * @param changed whether there is more than one revision
 * @param asOf by what was known at this instant; null for now
 */
// Written by Jackson as a list's name (FilterName); no endpoint takes or gives it
@RegisterForReflection
public record Filter(
    Set<String> scope,
    Set<String> clients,
    Set<String> appRegistrations,
    Set<String> statuses,
    Set<Optional<Boolean>> live,
    Set<Family> families,
    Set<Upstream> upstream,
    Set<String> failedChecks,
    Set<String> ranChecks,
    Set<String> warnings,
    Set<String> errors,
    Set<String> calibrations,
    NumberRange riskScore,
    NumberRange confidence,
    NumberRange aggregateProbability,
    Interval created,
    Interval completed,
    Interval observed,
    Boolean changed,
    Instant asOf) {

  /** Names of what must lie in a range: whoever has no such value is not wanted. */
  public Set<String> bounded() {
    Set<String> names = new HashSet<>();
    addUnless(riskScore.isOpen(), "riskScore", names);
    addUnless(confidence.isOpen(), "confidence", names);
    addUnless(aggregateProbability.isOpen(), "aggregateProbability", names);
    addUnless(created.isOpen(), "createdAt", names);
    addUnless(completed.isOpen(), "completedAt", names);
    return names;
  }

  private static void addUnless(boolean isOpen, String name, Set<String> names) {
    if (!isOpen) {
      names.add(name);
    }
  }

  /** The same with an instant whose knowledge counts. */
  public Filter asOf(Instant instant) {
    return new Filter(
        scope,
        clients,
        appRegistrations,
        statuses,
        live,
        families,
        upstream,
        failedChecks,
        ranChecks,
        warnings,
        errors,
        calibrations,
        riskScore,
        confidence,
        aggregateProbability,
        created,
        completed,
        observed,
        changed,
        instant);
  }
}
