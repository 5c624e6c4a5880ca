package io.livenessledger.vendor;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.verifik.budget.Urgency;
import io.livenessledger.verifik.budget.VendorBudget;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * The budget in the database (V0013, V0015), which all replicas spend from, by the database's
 * clock.
 */
@ApplicationScoped
class SharedBudget implements VendorBudget {
  private static final String BEGINS = "select vendor_call_begins($1, $2)";
  private static final String SCHEDULED = "select schedule_call_begins($1, $2, $3)";
  private static final String SAID = "select vendor_said($1, $2, $3)";

  /** What the vendor demands beyond this is a mistake. */
  private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

  private final BudgetConfig config;
  private final BudgetPace pace;
  private final Transactions transactions;

  SharedBudget(BudgetConfig config, BudgetPace pace, Transactions transactions) {
    this.config = config;
    this.pace = pace;
    this.transactions = transactions;
  }

  @Override
  public Uni<Void> call(Urgency urgency) {
    return call(urgency, urgency == Urgency.REFRESH ? config.patience() : Duration.ZERO);
  }

  private Uni<Void> call(Urgency urgency, Duration patience) {
    return begins(urgency)
        .chain(
            wait -> {
              if (wait.isZero()) {
                return Uni.createFrom().voidItem();
              }
              return wait.compareTo(patience) > 0
                  ? Uni.createFrom().failure(exhausted(wait))
                  : Background.pause(wait).chain(() -> call(urgency, patience.minus(wait)));
            });
  }

  /** How long to wait at least; zero when the call is counted and may begin. */
  private Uni<Duration> begins(Urgency urgency) {
    Long[] spans = {config.minute().span().toMillis(), config.day().span().toMillis()};
    Integer[] limits = {pace.callsPerMinute(urgency), pace.callsPerDay(urgency)};
    Tuple parameters = Tuple.of(spans, limits);
    boolean scheduled = urgency == Urgency.SCHEDULE;
    if (scheduled) {
      parameters.addInteger(pace.scheduledCallsPerDay());
    }
    return transactions
        .eachCommittedOn(c -> c.preparedQuery(scheduled ? SCHEDULED : BEGINS).execute(parameters))
        .map(rows -> Duration.ofMillis(rows.iterator().next().getLong(0)));
  }

  private static Problem exhausted(Duration wait) {
    return Problem.of(
            ProblemCode.VENDOR_RATE_LIMITED,
            "As much as may be asked of the vendor has been asked; the vendor was not called.")
        .retryAfter(wait);
  }

  @Override
  public Uni<Void> said(Word word) {
    Duration pause = word.pause();
    Tuple parameters =
        Tuple.of(
            pause == null ? null : Math.min(pause.toMillis(), LONGEST_PAUSE.toMillis()),
            word.remaining(),
            word.reset() == null ? null : word.reset().atOffset(ZoneOffset.UTC));
    return transactions
        .eachCommittedOn(c -> c.preparedQuery(SAID).execute(parameters))
        .replaceWithVoid();
  }
}
