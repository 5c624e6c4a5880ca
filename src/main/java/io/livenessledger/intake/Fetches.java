package io.livenessledger.intake;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.current.Records;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.vendor.Claim;
import io.livenessledger.vendor.Claims;
import io.livenessledger.verifik.VerifikGateway;
import io.livenessledger.verifik.budget.Urgency;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CancellationException;

/**
 * Fetches records and stores what came back, one fetch of a record at a time in all replicas. Must
 * be called on a duplicated Vert.x context that nobody else uses, with no transaction open.
 */
@ApplicationScoped
public class Fetches {
  private final VerifikGateway gateway;
  private final Claims claims;
  private final Intake intake;
  private final Records records;
  private final IntakeMetrics metrics;

  Fetches(
      VerifikGateway gateway,
      Claims claims,
      Intake intake,
      Records records,
      IntakeMetrics metrics) {
    this.gateway = gateway;
    this.claims = claims;
    this.intake = intake;
    this.records = records;
    this.metrics = metrics;
  }

  /**
   * What was fetched, as soon as it is committed. Where somebody else fetches the record already it
   * is what that one stores, and nothing is written alongside.
   *
   * @param trigger says how urgent the call is: all but {@code SUBMITTED}
   * @return fails with a {@code vendor-…} problem, {@link Intake#unknownToBoth()} among them
   */
  public Uni<Appended> fetched(RecordId id, Trigger trigger, Origin origin, Alongside alongside) {
    return claims
        .of(id.value())
        .chain(
            claim -> {
              if (claim instanceof Claim.Mine mine) {
                // Deferred: whatever is thrown on the way, the claim is given up
                return Uni.createFrom()
                    .deferred(() -> fetchAndStore(id, trigger, origin, ending(mine, alongside)))
                    .onItemOrFailure()
                    .call((appended, failure) -> claims.ended(mine, shared(trigger, failure)));
              }
              return claim instanceof Claim.Stored stored
                  ? elsewhere(id, stored)
                  : Uni.createFrom().failure(((Claim.Failed) claim).problem());
            });
  }

  /** No room for what nobody waits for may be room enough for somebody who does. */
  private static Throwable shared(Trigger trigger, Throwable failure) {
    boolean limited =
        failure instanceof Problem problem && problem.code() == ProblemCode.VENDOR_RATE_LIMITED;
    return limited && trigger != Trigger.REFRESH ? new CancellationException() : failure;
  }

  private Alongside ending(Claim.Mine mine, Alongside alongside) {
    return appended ->
        alongside
            .write(appended)
            .chain(
                () ->
                    claims.stored(mine, appended.result().name(), appended.observation().number()));
  }

  private Uni<Appended> elsewhere(RecordId id, Claim.Stored stored) {
    RefreshResult result = RefreshResult.valueOf(stored.result());
    return records
        .find(id)
        .chain(
            state ->
                records
                    .observation(id, stored.observation())
                    .map(observation -> new Appended(result, state, observation, false)));
  }

  private Uni<Appended> fetchAndStore(
      RecordId id, Trigger trigger, Origin origin, Alongside alongside) {
    return gateway
        .fetch(id.value(), urgency(trigger))
        .chain(answer -> intake.fetched(id, answer, trigger, origin, alongside))
        .onFailure(Problem.class)
        .invoke(failure -> metrics.failed(trigger, failure));
  }

  private static Urgency urgency(Trigger trigger) {
    return switch (trigger) {
      case REFRESH -> Urgency.REFRESH;
      case SCHEDULE -> Urgency.SCHEDULE;
      case BACKFILL -> Urgency.BACKFILL;
      case SUBMITTED -> throw new IllegalArgumentException("nothing is fetched");
    };
  }
}
