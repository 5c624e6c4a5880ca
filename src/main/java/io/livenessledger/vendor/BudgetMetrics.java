package io.livenessledger.vendor;

import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.verifik.budget.Urgency;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is left of the vendor's budget in numbers, the same on every replica. Refreshed in the
 * background, so that a scrape waits for nothing; a number that could not be had is not a number.
 */
@ApplicationScoped
class BudgetMetrics {
  private static final Duration EVERY = Duration.ofSeconds(5);

  // What counts, and for how long, as vendor_call_begins and schedule_call_begins have it
  private static final String SPENT =
      """
      select
        (select coalesce(sum(calls), 0) from vendor_call
          where span_millis = $1 and since > moment - span_millis * interval '1.01 milliseconds')
          as minute,
        (select coalesce(sum(calls), 0) from vendor_call
          where span_millis = $2 and since > moment - span_millis * interval '1.01 milliseconds')
          as day,
        (select coalesce(sum(calls), 0) from schedule_call
          where since > moment - $2 * interval '1.01 milliseconds') as scheduled,
        case when resets_at > moment then remaining end as minute_said,
        case when resets_at > moment + $1 * interval '1 millisecond' then remaining end as day_said,
        greatest(
          0.0,
          case when paused_until > moment then extract(epoch from paused_until - moment) end,
          case when remaining <= 0 and resets_at > moment
               then extract(epoch from resets_at - moment) end)::float8 as paused
        from vendor_word cross join clock_timestamp() as moment
      """;

  private final BudgetConfig config;
  private final BudgetPace pace;
  private final Transactions transactions;
  private final Background background;
  private final MeterRegistry registry;

  private final List<Gauge> gauges = new ArrayList<>();
  private volatile Spent latest;
  private volatile boolean stopped;

  BudgetMetrics(
      BudgetConfig config,
      BudgetPace pace,
      Transactions transactions,
      Background background,
      MeterRegistry registry) {
    this.config = config;
    this.pace = pace;
    this.transactions = transactions;
    this.background = background;
    this.registry = registry;
  }

  /**
   * Calls that still count, of all and of the schedule.
   *
   * @param minuteSaid calls that the vendor says are left; as many as there are numbers when it
   *     does not
   * @param daySaid likewise, where they have to last for longer than the minute
   * @param paused seconds for which nobody may call
   */
  private record Spent(
      long minute, long day, long scheduled, long minuteSaid, long daySaid, double paused) {}

  void start(@Observes StartupEvent started) {
    for (Urgency urgency : Urgency.values()) {
      left("minute", urgency, spent -> minuteLeft(urgency, spent));
      left("day", urgency, spent -> dayLeft(urgency, spent));
    }
    limit("minute", config.minute().calls());
    limit("day", config.day().calls());
    gauges.add(
        Gauge.builder("ledger.vendor.paused.seconds", () -> known(Spent::paused))
            .description("For how long nobody may call, because the vendor said so")
            .register(registry));
    refresh();
  }

  /** The registry outlives a live reload, and would go on asking the gauges from before it. */
  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
    gauges.forEach(registry::remove);
  }

  private void left(String span, Urgency urgency, ToDoubleFunction<Spent> value) {
    gauges.add(
        Gauge.builder("ledger.vendor.budget.left", () -> known(value))
            .description("Calls that may still begin in the span that ends now, by their urgency")
            .tag("span", span)
            .tag("urgency", urgency.name())
            .register(registry));
  }

  private void limit(String span, int calls) {
    gauges.add(
        Gauge.builder("ledger.vendor.budget.limit", () -> calls)
            .description("Calls that may begin in the span")
            .tag("span", span)
            .register(registry));
  }

  private long minuteLeft(Urgency urgency, Spent spent) {
    return least(pace.callsPerMinute(urgency) - spent.minute(), spent.minuteSaid());
  }

  private long dayLeft(Urgency urgency, Spent spent) {
    long left = least(pace.callsPerDay(urgency) - spent.day(), spent.daySaid());
    return urgency == Urgency.SCHEDULE
        ? least(left, pace.scheduledCallsPerDay() - spent.scheduled())
        : left;
  }

  private static long least(long one, long other) {
    return Math.max(0, Math.min(one, other));
  }

  private double known(ToDoubleFunction<Spent> value) {
    Spent spent = latest;
    return spent == null ? Double.NaN : value.applyAsDouble(spent);
  }

  private void refresh() {
    if (!stopped) {
      background
          .run(this::spent)
          .onFailure()
          .recoverWithNull()
          .invoke(spent -> latest = spent)
          .subscribe()
          .with(done -> background.after(EVERY, this::refresh));
    }
  }

  private Uni<Spent> spent() {
    Tuple spans = Tuple.of(config.minute().span().toMillis(), config.day().span().toMillis());
    return transactions
        .readOn(connection -> connection.preparedQuery(SPENT).execute(spans))
        .map(rows -> spent(rows.iterator().next()));
  }

  private static Spent spent(Row row) {
    return new Spent(
        row.getLong("minute"),
        row.getLong("day"),
        row.getLong("scheduled"),
        said(row, "minute_said"),
        said(row, "day_said"),
        row.getDouble("paused"));
  }

  private static long said(Row row, String column) {
    Long said = row.getLong(column);
    return said == null ? Long.MAX_VALUE : said;
  }
}
