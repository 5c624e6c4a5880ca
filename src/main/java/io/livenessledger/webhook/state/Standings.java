package io.livenessledger.webhook.state;

import io.livenessledger.store.Transactions;
import io.livenessledger.webhook.state.Standing.Reason;
import io.livenessledger.webhook.state.Standing.State;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;

/** How the webhooks stand, and what an operator does about it. */
@ApplicationScoped
public class Standings {
  private static final String COLUMNS =
      "name, position, state, paused_because, message_id, attempts, failing_since, next_try_at";
  static final String NO_MESSAGE =
      "message_id = null, message_end = null, message_changes = null, message_clients = null,"
          + " message = null";
  private static final String NOT_FAILING =
      "attempts = 0, failing_since = null, next_try_at = null";

  private static final String ALL =
      "select " + COLUMNS + " from webhook where name = any($1) order by name collate \"C\"";
  private static final String REGISTER =
      "insert into webhook (name, position) values ($1, $2) on conflict (name) do nothing";
  private static final String PAUSE =
      "update webhook set state = 'PAUSED', paused_because = 'OPERATOR'"
          + " where name = $1 returning "
          + COLUMNS;
  private static final String RESUME =
      "update webhook set state = 'ACTIVE', paused_because = null, "
          + NOT_FAILING
          + " where name = $1 returning "
          + COLUMNS;
  private static final String REPLAY =
      "update webhook set position = $2, "
          + NO_MESSAGE
          + ", "
          + NOT_FAILING
          + " where name = $1 and position >= $2 returning "
          + COLUMNS;

  private final Transactions transactions;

  Standings(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Those of these names that were ever configured, by name. */
  public Uni<List<Standing>> of(Collection<String> names) {
    return transactions
        .readOn(c -> c.preparedQuery(ALL).execute(Tuple.of((Object) names.toArray(String[]::new))))
        .map(Standings::standings);
  }

  /** Lets a webhook begin at a position, if it was never configured before. */
  public Uni<Void> register(String name, long position) {
    return transactions
        .readOn(c -> c.preparedQuery(REGISTER).execute(Tuple.of(name, position)))
        .replaceWithVoid();
  }

  /** Sends no further message; a paused one is paused by the operator from then on. */
  public Uni<Standing> pause(String name) {
    return changed(PAUSE, Tuple.of(name));
  }

  /** Sends messages, at once; what failed is forgotten, the message under way is not. */
  public Uni<Standing> resume(String name) {
    return changed(RESUME, Tuple.of(name));
  }

  /**
   * Goes back to a position: what lies behind it is sent again in other messages, with other ids.
   * Null when the webhook is not as far.
   */
  public Uni<Standing> replay(String name, long position) {
    return changed(REPLAY, Tuple.of(name, position));
  }

  private Uni<Standing> changed(String sql, Tuple parameters) {
    return transactions
        .readOn(c -> c.preparedQuery(sql).execute(parameters))
        .map(rows -> standings(rows).stream().findFirst().orElse(null));
  }

  private static List<Standing> standings(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).map(Standings::standing).toList();
  }

  static Standing standing(Row row) {
    String reason = row.getString("paused_because");
    return new Standing(
        row.getString("name"),
        row.getLong("position"),
        State.valueOf(row.getString("state")),
        reason == null ? null : Reason.valueOf(reason),
        row.getString("message_id"),
        row.getInteger("attempts"),
        instant(row.getOffsetDateTime("failing_since")),
        instant(row.getOffsetDateTime("next_try_at")));
  }

  private static Instant instant(OffsetDateTime column) {
    return column == null ? null : column.toInstant();
  }
}
