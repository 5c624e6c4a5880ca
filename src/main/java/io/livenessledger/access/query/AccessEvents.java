package io.livenessledger.access.query;

import io.livenessledger.ledger.log.Opening;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the access audit. */
@ApplicationScoped
public class AccessEvents {
  private final Transactions transactions;

  AccessEvents(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Up to {@code limit} events, newest first.
   *
   * @param before only events with lower numbers
   */
  public Uni<List<LoggedEvent>> find(EventFilter filter, long before, int limit) {
    EventSql sql = new EventSql(filter, before, limit);
    return transactions
        .readOn(connection -> connection.preparedQuery(sql.text()).execute(sql.parameters()))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(AccessEvents::event).toList());
  }

  /** The event of this number, where the filter shows it; else null. */
  public Uni<LoggedEvent> find(EventFilter filter, long number) {
    return find(filter, number + 1, 1)
        .map(found -> found.isEmpty() || found.get(0).number() != number ? null : found.get(0));
  }

  private static LoggedEvent event(Row row) {
    return new LoggedEvent(
        row.getLong("entry"),
        row.getOffsetDateTime("at").toInstant(),
        row.getLong("leaf_index"),
        new Opening(
            row.get(Buffer.class, "salt").getBytes(),
            row.get(Buffer.class, "statement").getBytes()));
  }
}
