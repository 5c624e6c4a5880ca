package io.livenessledger.refresh;

import io.livenessledger.access.Access;
import io.livenessledger.access.idempotency.Outcome;
import io.livenessledger.access.idempotency.Turn;
import io.livenessledger.intake.Alongside;
import io.livenessledger.intake.Fetches;
import io.livenessledger.intake.Intake;
import io.livenessledger.intake.Origin;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.problem.ProblemMember;
import io.livenessledger.record.Visibility;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.current.Records;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.record.state.RecordState.Upstream;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Fetches a record now because somebody asked, and appends what came back. */
@ApplicationScoped
class Refresh {
  private final InFlight<RecordId, Appended> inFlight = new InFlight<>();
  private final Fetches fetches;
  private final Records records;
  private final Visibility visibility;
  private final Detached detached;
  private final Replay replay;
  private final Clock clock;

  Refresh(
      Fetches fetches,
      Records records,
      Visibility visibility,
      Detached detached,
      Replay replay,
      MeterRegistry registry,
      Clock clock) {
    this.fetches = fetches;
    this.records = records;
    this.visibility = visibility;
    this.detached = detached;
    this.replay = replay;
    this.clock = clock;
    Gauge.builder("ledger.refresh.waiting", inFlight, InFlight::waiting)
        .description("Callers who wait for an answer of the vendor's")
        .register(registry);
  }

  /**
   * Refreshes a record. Concurrent calls for one record make one vendor call and one observation,
   * and have the same outcome, whichever replicas they are made to; the observation names the first
   * caller.
   *
   * @param event written with the observation, if it is this caller who causes it
   * @param turn told what came of it, unless that is a problem
   * @param ifOlderThan do not ask the vendor when our latest fetch is younger; zero: always ask
   */
  Uni<Refreshed> refresh(
      RecordId id,
      Duration ifOlderThan,
      OnError onError,
      Origin origin,
      Access.ChangeEvent event,
      Turn turn) {
    Alongside alongside = appended -> written(appended, onError, event, turn);
    // Read first also because an answer that could not be stored would have been paid for in vain
    return records
        .find(id)
        .invoke(this::requireVisible)
        .chain(
            held ->
                isYounger(held, ifOlderThan)
                    ? stored(held, false)
                    : fetch(id, onError, origin, alongside))
        .call(refreshed -> turn.ended(refreshed.kept()));
  }

  /** What an earlier call was told, for who sends it again. */
  Uni<Refreshed> again(Outcome kept) {
    return replay.of(kept, this::requireVisible).map(Refreshed::again);
  }

  private static Uni<Void> written(
      Appended appended, OnError onError, Access.ChangeEvent event, Turn turn) {
    ProblemCode problem = problemOf(appended, onError);
    return event
        .write(problem)
        .chain(
            () ->
                problem == null
                    ? turn.alongside(answered(appended).kept())
                    : Uni.createFrom().voidItem());
  }

  /** Who may not see it is told what is told of an id that neither side knows. */
  private void requireVisible(RecordState held) {
    if (held != null && !visibility.shows(held)) {
      throw Intake.unknownToBoth();
    }
  }

  private boolean isYounger(RecordState held, Duration age) {
    if (held == null || held.isSubmitted() || age.isZero()) {
      return false;
    }
    Instant limit = clock.instant().minus(age);
    return held.fetchedAt().isAfter(limit);
  }

  private Uni<Refreshed> fetch(RecordId id, OnError onError, Origin origin, Alongside alongside) {
    return detached
        .backHere(
            inFlight.join(
                id,
                () ->
                    detached.run(
                        origin, () -> fetches.fetched(id, Trigger.REFRESH, origin, alongside))))
        .chain(appended -> readable(appended, onError))
        .invoke(refreshed -> requireVisible(refreshed.state()))
        .onFailure(Refresh::isVendorFailure)
        .recoverWithUni(failure -> fallBack(id, (Problem) failure, onError));
  }

  /** As {@link #readable} will say; the event is committed before. */
  private static ProblemCode problemOf(Appended appended, OnError onError) {
    boolean answered =
        appended.result() != RefreshResult.UNREADABLE
            || (onError == OnError.STORED && appended.state().isHeld());
    return answered ? null : ProblemCode.VENDOR_ANSWER_UNREADABLE;
  }

  private static Uni<Refreshed> readable(Appended appended, OnError onError) {
    return problemOf(appended, onError) == null
        ? Uni.createFrom().item(answered(appended))
        : Uni.createFrom().failure(unreadable(appended.observation()));
  }

  private static Refreshed answered(Appended appended) {
    boolean stale = appended.result() == RefreshResult.UNREADABLE;
    return new Refreshed(appended.result(), appended.state(), appended.observation(), stale);
  }

  private static Problem unreadable(Observation observation) {
    return Problem.of(
            ProblemCode.VENDOR_ANSWER_UNREADABLE,
            "Kept as observation "
                + observation.number()
                + " ("
                + observation.unreadableReason()
                + ").")
        .with("observation", observation.number());
  }

  private static boolean isVendorFailure(Throwable failure) {
    return failure instanceof Problem problem && problem.code().blamesVendor();
  }

  private Uni<Refreshed> fallBack(RecordId id, Problem problem, OnError onError) {
    return records
        .find(id)
        .onFailure()
        .recoverWithNull()
        .chain(held -> held == null ? failed(problem) : heldInstead(held, problem, onError));
  }

  private Uni<Refreshed> heldInstead(RecordState held, Problem problem, OnError onError) {
    return onError == OnError.STORED ? stored(held, true) : failed(withStored(problem, held));
  }

  private static Uni<Refreshed> failed(Problem problem) {
    return Uni.createFrom().failure(problem);
  }

  /** Says what is still stored and how old it is. */
  private Problem withStored(Problem problem, RecordState held) {
    long age = Math.max(0, Duration.between(held.observedAt(), clock.instant()).toSeconds());
    return problem
        .withDetail(
            problem.detail()
                + " Still stored: observation "
                + held.observation()
                + ", "
                + age
                + " s old.")
        .with(
            "stored",
            new Stored(
                held.observation(), held.revision(), held.observedAt(), age, held.upstream()));
  }

  /** What a problem says of the record that is still stored. */
  @RegisterForReflection(registerFullHierarchy = true)
  record Stored(
      int observation, int revision, Instant observedAt, long ageSeconds, Upstream upstream)
      implements ProblemMember {}

  private Uni<Refreshed> stored(RecordState held, boolean stale) {
    RefreshResult result =
        held.upstream() == Upstream.GONE ? RefreshResult.GONE : RefreshResult.UNCHANGED;
    return records
        .observation(held.id(), held.observation())
        .map(observation -> new Refreshed(result, held, observation, stale));
  }
}
