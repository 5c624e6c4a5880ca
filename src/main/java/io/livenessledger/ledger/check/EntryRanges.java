package io.livenessledger.ledger.check;

import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks about a whole table that is keyed by ledger entries, a range of 50,000 rows at a time: no
 * query grows with the table, and none runs for long.
 */
@ApplicationScoped
public class EntryRanges {
  /** Walks the ledger's own entries. */
  public static final String OF_LEDGER =
      "select max(id) from (select id from ledger_entry where id > $1 order by id limit 50000) r";

  private final Transactions transactions;

  EntryRanges(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * The rows of a question, range after range, each seen in one moment.
   *
   * @param range gives the last entry of the range after an entry, null when there is none, such as
   *     {@link #OF_LEDGER}
   * @param question its parameters are the entry before the range and the last one in it
   */
  public Multi<Row> ask(String range, String question) {
    AtomicLong last = new AtomicLong();
    return Multi.createBy()
        .repeating()
        .uni(() -> transactions.readOn(connection -> next(connection, range, question, last)))
        .until(Optional::isEmpty)
        .map(Optional::orElseThrow)
        .onItem()
        .<Row>disjoint();
  }

  /** The rows of the next range; empty when there is none. */
  private static Uni<Optional<RowSet<Row>>> next(
      SqlConnection connection, String range, String question, AtomicLong last) {
    long after = last.get();
    return connection
        .preparedQuery(range)
        .execute(Tuple.of(after))
        .map(rows -> rows.iterator().next().getLong(0))
        .chain(
            upto -> {
              if (upto == null) {
                return Uni.createFrom().item(Optional.empty());
              }
              last.set(upto);
              return connection
                  .preparedQuery(question)
                  .execute(Tuple.of(after, upto))
                  .map(Optional::of);
            });
  }
}
