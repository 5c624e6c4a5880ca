package io.livenessledger.webhook.state;

import io.livenessledger.store.Transactions;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.Leases;
import io.livenessledger.webhook.state.Standing.Reason;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * The messages that are under way. Whoever writes holds the webhook's lease: each transaction is
 * fenced by it.
 */
@ApplicationScoped
public class Messages {
  private static final String FIND = "select * from webhook where name = $1";
  // Somebody may have had it replayed meanwhile: it is not where it was then
  private static final String PASS =
      "update webhook set position = $3, "
          + Standings.NO_MESSAGE
          + " where name = $1 and position = $2";
  private static final String KEEP =
      """
      update webhook set message_id = $3, message_end = $4, message_changes = $5, message_clients = $6,
                         message = $7
       where name = $1 and position = $2
      """;
  private static final String DELIVERED =
      "update webhook set position = message_end, attempts = 0, failing_since = null,"
          + " next_try_at = null, "
          + Standings.NO_MESSAGE
          + " where name = $1 and message_id = $2";
  private static final String FAILED =
      """
      update webhook set attempts = attempts + 1, failing_since = $3, next_try_at = $4,
                         state = case when $5::text is null then state else 'PAUSED' end,
                         paused_because = coalesce(paused_because, $5)
       where name = $1 and message_id = $2
      """;

  private final Transactions transactions;
  private final Leases leases;

  Messages(Transactions transactions, Leases leases) {
    this.transactions = transactions;
    this.leases = leases;
  }

  /** The right to write, for as long as it is renewed. */
  public record Right(Lease lease, Duration term) {}

  /**
   * A webhook as it stands.
   *
   * @param message that is under way; null without one
   */
  public record Found(Standing standing, Message message) {}

  /**
   * What follows from a failed attempt.
   *
   * @param nextTryAt not before
   * @param pause null to go on trying
   */
  public record Failure(Instant failingSince, Instant nextTryAt, Reason pause) {}

  public Uni<Found> find(String name) {
    return transactions
        .readOn(c -> c.preparedQuery(FIND).execute(Tuple.of(name)))
        .map(rows -> rows.iterator().next())
        .map(row -> new Found(Standings.standing(row), message(row)));
  }

  /** Passes by changes that are not for this webhook; false when it is not there any more. */
  public Uni<Boolean> pass(String name, long position, long end, Right right) {
    return fenced(right, c -> c.preparedQuery(PASS).execute(Tuple.of(name, position, end)))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Keeps a message before it is sent; false when the webhook is not there any more. */
  public Uni<Boolean> keep(String name, Message message, Right right) {
    Tuple parameters =
        Tuple.tuple()
            .addString(name)
            .addLong(message.from())
            .addString(message.id())
            .addLong(message.end())
            .addInteger(message.changes())
            .addArrayOfString(message.clients().map(all -> all.toArray(String[]::new)).orElse(null))
            .addString(message.body());
    return fenced(right, c -> c.preparedQuery(KEEP).execute(parameters))
        .map(rows -> rows.rowCount() == 1);
  }

  /** Logs that a message was delivered, and goes on behind it. */
  public Uni<Void> delivered(Standing before, Message message, Attempt made, Right right) {
    Tuple parameters = Tuple.of(before.name(), message.id());
    return fenced(
            right,
            c ->
                DeliveryLog.append(c, before.name(), message, before.attempts() + 1, made)
                    .chain(() -> c.preparedQuery(DELIVERED).execute(parameters)))
        .replaceWithVoid();
  }

  /** Logs that a message was not delivered, and what follows from it. */
  public Uni<Void> failed(
      Standing before, Message message, Attempt made, Failure failure, Right right) {
    Tuple parameters =
        Tuple.tuple()
            .addString(before.name())
            .addString(message.id())
            .addOffsetDateTime(failure.failingSince().atOffset(ZoneOffset.UTC))
            .addOffsetDateTime(failure.nextTryAt().atOffset(ZoneOffset.UTC))
            .addString(failure.pause() == null ? null : failure.pause().name());
    return fenced(
            right,
            c ->
                DeliveryLog.append(c, before.name(), message, before.attempts() + 1, made)
                    .chain(() -> c.preparedQuery(FAILED).execute(parameters)))
        .replaceWithVoid();
  }

  private Uni<RowSet<Row>> fenced(Right right, Work work) {
    return transactions.committedOn(
        c -> leases.fence(c, right.lease(), right.term()).chain(() -> work.on(c)));
  }

  private static Message message(Row row) {
    if (row.getString("message_id") == null) {
      return null;
    }
    String[] clients = row.getArrayOfStrings("message_clients");
    return new Message(
        row.getString("message_id"),
        row.getLong("position"),
        row.getLong("message_end"),
        row.getInteger("message_changes"),
        Optional.ofNullable(clients).map(Set::of),
        row.getString("message"));
  }

  /** A statement of a transaction. */
  private interface Work {
    Uni<RowSet<Row>> on(SqlConnection connection);
  }
}
