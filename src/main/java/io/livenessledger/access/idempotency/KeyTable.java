package io.livenessledger.access.idempotency;

import io.livenessledger.canonical.Digest;
import io.livenessledger.store.Transactions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;

/** The keys in the database (V0017). */
@ApplicationScoped
class KeyTable {
  /** A call whose replica died keeps its key for so long. */
  static final Duration TERM = Duration.ofSeconds(6);

  /** Clients try again within hours, if at all. */
  private static final Duration KEPT = Duration.ofHours(24);

  // Whoever takes a key removes some that are not known any more: there are never many of them
  private static final String TAKE =
      """
      with old as (
        delete from idempotency_key where (caller, key) in (
          select caller, key from idempotency_key
           where kept_until <= $6 and (caller, key) <> ($1, $2)
             and (under_way_until is null or under_way_until < clock_timestamp())
           order by kept_until limit 10 for update skip locked))
      insert into idempotency_key as k (caller, key, fingerprint, token, under_way_until, kept_until)
      values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 millisecond', $7)
      on conflict (caller, key) do update
        set fingerprint = excluded.fingerprint, token = excluded.token,
            under_way_until = excluded.under_way_until, kept_until = excluded.kept_until,
            subject = null, number = null, result = null
        where k.under_way_until <= clock_timestamp()
           or (k.under_way_until is null and k.kept_until <= $6)
      returning token
      """;
  private static final String RENEW =
      "update idempotency_key set under_way_until = clock_timestamp() + $4 * interval '1 millisecond'"
          + " where caller = $1 and key = $2 and token = $3 and under_way_until is not null";
  private static final String LOOK_AT =
      """
      select fingerprint = $3 as same, under_way_until is not null as under_way, subject, number, result
        from idempotency_key where caller = $1 and key = $2
      """;
  private static final String LET_GO =
      "delete from idempotency_key"
          + " where caller = $1 and key = $2 and token = $3 and under_way_until is not null";
  private static final String END =
      "update idempotency_key"
          + " set under_way_until = null, subject = ?4, number = ?5, result = ?6"
          + " where caller = ?1 and key = ?2 and token = ?3 and under_way_until is not null";

  private final Transactions transactions;
  private final Clock clock;

  KeyTable(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A call with a key.
   *
   * @param token tells it from all others
   */
  record Attempt(String caller, String key, Digest fingerprint, String token) {}

  /**
   * What is known of a key that somebody else took.
   *
   * @param isSame whether the same was asked for
   * @param outcome null while that call is under way
   */
  record Known(boolean isSame, Outcome outcome) {}

  /** Whether the key is the call's now. */
  Uni<Boolean> take(Attempt attempt) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Tuple parameters =
        Tuple.tuple()
            .addString(attempt.caller())
            .addString(attempt.key())
            .addValue(fingerprint(attempt))
            .addString(attempt.token())
            .addDouble((double) TERM.toMillis())
            .addOffsetDateTime(now)
            .addOffsetDateTime(now.plus(KEPT));
    return transactions
        .eachCommittedOn(c -> c.preparedQuery(TAKE).execute(parameters))
        .map(rows -> rows.rowCount() > 0);
  }

  private static Buffer fingerprint(Attempt attempt) {
    return Buffer.buffer(attempt.fingerprint().bytes());
  }

  Uni<Void> renew(Attempt attempt) {
    return run(
        RENEW,
        Tuple.of(attempt.caller(), attempt.key(), attempt.token(), (double) TERM.toMillis()));
  }

  /** What cannot be let go is free when its term is over. */
  Uni<Void> letGo(Attempt attempt) {
    return run(LET_GO, Tuple.of(attempt.caller(), attempt.key(), attempt.token()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> run(String sql, Tuple parameters) {
    return transactions
        .eachCommittedOn(c -> c.preparedQuery(sql).execute(parameters))
        .replaceWithVoid();
  }

  /** Null when nobody has the key any more. */
  Uni<Known> known(Attempt attempt) {
    Tuple parameters = Tuple.of(attempt.caller(), attempt.key(), fingerprint(attempt));
    return transactions
        .readOn(c -> c.preparedQuery(LOOK_AT).execute(parameters))
        .map(KeyTable::known);
  }

  private static Known known(RowSet<Row> found) {
    if (found.size() == 0) {
      return null;
    }
    Row row = found.iterator().next();
    Outcome outcome =
        new Outcome(row.getString("subject"), row.getInteger("number"), row.getString("result"));
    return new Known(row.getBoolean("same"), row.getBoolean("under_way") ? null : outcome);
  }

  Turn turn(Attempt attempt) {
    AtomicBoolean said = new AtomicBoolean();
    return new Turn() {
      @Override
      public Uni<Void> alongside(Outcome outcome) {
        return end(attempt, outcome).invoke(() -> said.set(true));
      }

      @Override
      public Uni<Void> ended(Outcome outcome) {
        return said.get()
            ? Uni.createFrom().voidItem()
            : transactions.committed(() -> end(attempt, outcome));
      }
    };
  }

  private static Uni<Void> end(Attempt attempt, Outcome outcome) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(END)
                    .setParameter(1, attempt.caller())
                    .setParameter(2, attempt.key())
                    .setParameter(3, attempt.token())
                    .setParameter(4, outcome.subject())
                    .setParameter(5, outcome.number())
                    .setParameter(6, outcome.result())
                    .executeUpdate())
        .replaceWithVoid();
  }
}
