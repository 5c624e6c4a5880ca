package io.livenessledger.vendor;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.vendor.Claim.Failed;
import io.livenessledger.vendor.Claim.Mine;
import io.livenessledger.vendor.Claim.Stored;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One fetch of a record at a time, whichever replica makes it (V0013). A claim is renewed while its
 * process lives; after {@link #TERM} without, somebody else may have it.
 */
@ApplicationScoped
public class Claims {
  private static final Duration TERM = Duration.ofSeconds(6);
  private static final Duration RENEWAL = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final String TAKE =
      """
      with old as (
        delete from vendor_claim where record_id in (
          select record_id from vendor_claim
           where expires_at < clock_timestamp() - interval '1 minute' and record_id <> $1
           limit 10 for update skip locked))
      insert into vendor_claim as c (record_id, token, expires_at)
      values ($1, $2, clock_timestamp() + $3 * interval '1 millisecond')
      on conflict (record_id) do update
        set token = excluded.token, expires_at = excluded.expires_at, ended = false, result = null,
            observation = null, problem = null, detail = null, retry_after_millis = null
        where c.ended or c.expires_at <= clock_timestamp()
      returning token
      """;
  private static final String RENEW =
      "update vendor_claim set expires_at = clock_timestamp() + $3 * interval '1 millisecond'"
          + " where record_id = $1 and token = $2 and not ended";
  private static final String LOOK_AT =
      """
      select token, ended, result, observation, problem, detail, retry_after_millis
        from vendor_claim where record_id = $1 and (ended or expires_at > clock_timestamp())
      """;
  private static final String STORED =
      "update vendor_claim set ended = true, result = ?3, observation = ?4"
          + " where record_id = ?1 and token = ?2";
  private static final String FAILED =
      "update vendor_claim set ended = true, problem = $3, detail = $4, retry_after_millis = $5"
          + " where record_id = $1 and token = $2";
  private static final String GIVE_UP =
      "delete from vendor_claim where record_id = $1 and token = $2 and not ended";

  private final Transactions transactions;
  private final Background background;
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  Claims(Transactions transactions, Background background) {
    this.transactions = transactions;
    this.background = background;
  }

  /**
   * Claims the fetch of a record, or waits for whoever has it, and has their outcome. Whoever gets
   * {@link Mine} must say how it ended.
   */
  public Uni<Claim> of(String recordId) {
    return take(recordId)
        .chain(mine -> mine == null ? others(recordId) : Uni.createFrom().item(mine));
  }

  private Uni<Claim> take(String recordId) {
    String token = UUID.randomUUID().toString();
    return transactions
        .eachCommittedOn(
            c -> c.preparedQuery(TAKE).execute(Tuple.of(recordId, token, (double) TERM.toMillis())))
        .map(rows -> rows.rowCount() == 0 ? null : begun(new Mine(recordId, token)));
  }

  private Mine begun(Mine mine) {
    held.add(mine.token());
    background.after(RENEWAL, () -> renew(mine));
    return mine;
  }

  private void renew(Mine mine) {
    if (held.contains(mine.token())) {
      background
          .run(
              () ->
                  transactions.eachCommittedOn(
                      c ->
                          c.preparedQuery(RENEW)
                              .execute(
                                  Tuple.of(
                                      mine.recordId(), mine.token(), (double) TERM.toMillis()))))
          .onFailure()
          .recoverWithNull()
          .subscribe()
          .with(done -> background.after(RENEWAL, () -> renew(mine)));
    }
  }

  /** Looks now and then: there is seldom more than one replica that asks for the same record. */
  private Uni<Claim> others(String recordId) {
    return transactions
        .readOn(c -> c.preparedQuery(LOOK_AT).execute(Tuple.of(recordId)))
        .chain(
            rows -> {
              Row row = rows.size() == 0 ? null : rows.iterator().next();
              if (row == null) {
                return of(recordId);
              }
              return row.getBoolean("ended")
                  ? Uni.createFrom().item(outcome(row))
                  : Background.pause(LOOK).chain(() -> others(recordId));
            });
  }

  private static Claim outcome(Row row) {
    String code = row.getString("problem");
    if (code == null) {
      return new Stored(row.getString("result"), row.getInteger("observation"));
    }
    Problem problem = Problem.of(code(code), row.getString("detail"));
    Long wait = row.getLong("retry_after_millis");
    return new Failed(wait == null ? problem : problem.retryAfter(Duration.ofMillis(wait)));
  }

  /** A replica of another version may know more of them. */
  private static ProblemCode code(String name) {
    return Stream.of(ProblemCode.values())
        .filter(code -> code.name().equals(name))
        .findFirst()
        .orElse(ProblemCode.VENDOR_UNAVAILABLE);
  }

  /** In the transaction that stores the observation. */
  public Uni<Void> stored(Mine claim, String result, int observation) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(STORED)
                    .setParameter(1, claim.recordId())
                    .setParameter(2, claim.token())
                    .setParameter(3, result)
                    .setParameter(4, observation)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** To be called when the work has ended, however it did. */
  public Uni<Void> ended(Mine claim, Throwable failure) {
    held.remove(claim.token());
    if (failure == null) {
      return Uni.createFrom().voidItem();
    }
    return failure instanceof Problem problem && problem.code().code().startsWith("vendor-")
        ? failed(claim, problem)
        : run(GIVE_UP, Tuple.of(claim.recordId(), claim.token()));
  }

  private Uni<Void> failed(Mine claim, Problem problem) {
    Long wait = problem.retryAfter().map(Duration::toMillis).orElse(null);
    return run(
        FAILED,
        Tuple.of(claim.recordId(), claim.token(), problem.code().name(), problem.detail(), wait));
  }

  /** What cannot be said is found out when the claim expires. */
  private Uni<Void> run(String sql, Tuple parameters) {
    return transactions
        .eachCommittedOn(c -> c.preparedQuery(sql).execute(parameters))
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }
}
