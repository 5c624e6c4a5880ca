package io.livenessledger.webhook.state;

import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** Every attempt to deliver a message, for ever. */
@ApplicationScoped
public class DeliveryLog {
  private static final String APPEND =
      """
      insert into webhook_delivery
        (webhook, message_id, from_position, to_position, changes, attempt, at, millis, outcome, status)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
      """;
  private static final String BEFORE =
      """
      select * from webhook_delivery where webhook = $1 and number < $2 order by number desc limit $3
      """;

  private final Transactions transactions;

  DeliveryLog(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Newest first.
   *
   * @param before the number of the one before the first; more than all for the newest
   */
  public Uni<List<Delivery>> before(String webhook, long before, int limit) {
    return transactions
        .readOn(c -> c.preparedQuery(BEFORE).execute(Tuple.of(webhook, before, (long) limit)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(DeliveryLog::delivery)
                    .toList());
  }

  /** Appends one, in the connection's transaction. */
  static Uni<Void> append(
      SqlConnection connection, String webhook, Message message, int attempt, Attempt made) {
    return connection
        .preparedQuery(APPEND)
        .execute(
            Tuple.tuple()
                .addString(webhook)
                .addString(message.id())
                .addLong(message.from())
                .addLong(message.end())
                .addInteger(message.changes())
                .addInteger(attempt)
                .addOffsetDateTime(made.at().atOffset(ZoneOffset.UTC))
                .addLong(made.took().toMillis())
                .addString(made.outcome().name())
                .addInteger(made.status()))
        .replaceWithVoid();
  }

  private static Delivery delivery(Row row) {
    return new Delivery(
        row.getLong("number"),
        row.getString("message_id"),
        row.getLong("from_position"),
        row.getLong("to_position"),
        row.getInteger("changes"),
        row.getInteger("attempt"),
        row.getOffsetDateTime("at").toInstant(),
        row.getLong("millis"),
        Outcome.valueOf(row.getString("outcome")),
        row.getInteger("status"));
  }
}
