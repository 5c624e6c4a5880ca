package io.livenessledger.ledger.log;

import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How far the log has got. */
@ApplicationScoped
public class Standing {
  private static final String STANDING =
      """
      select (select coalesce(max(leaf_index) + 1, 0) from ledger_leaf) as sequenced,
             (select coalesce(max(tile_index * 256 + octet_length(hashes) / 32), 0)
                from ledger_edge where level = 0) as integrated,
             (select count(*) from ledger_pending) as pending,
             (select coalesce(extract(epoch from clock_timestamp() - e.stored_at), 0)::float8
                from ledger_entry e
               where e.id = (select min(entry) from ledger_pending)) as lag
      """;

  private final Transactions transactions;

  Standing(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * How far the log has got, as of one moment.
   *
   * @param sequenced leaves that have a place in line
   * @param integrated leaves that are in the tree
   * @param published the latest checkpoint; null before the first
   * @param pending committed entries without a place in line
   * @param lag age of the oldest of these; zero when there is none
   */
  public record State(
      long sequenced, long integrated, LoggedCheckpoint published, long pending, Duration lag) {}

  public Uni<State> now() {
    return transactions.readOn(
        connection ->
            LogTables.lastCheckpoint(connection).chain(published -> state(connection, published)));
  }

  private static Uni<State> state(SqlConnection connection, LoggedCheckpoint published) {
    return connection
        .preparedQuery(STANDING)
        .execute()
        .map(rows -> state(rows.iterator().next(), published));
  }

  private static State state(Row row, LoggedCheckpoint published) {
    Double lag = row.getDouble("lag");
    return new State(
        row.getLong("sequenced"),
        row.getLong("integrated"),
        published,
        row.getLong("pending"),
        Duration.ofMillis(lag == null ? 0 : Math.max(0, Math.round(lag * 1000))));
  }
}
