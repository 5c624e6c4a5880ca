package io.livenessledger.ledger.sequence;

import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Waits for the sequencer. */
@ApplicationScoped
public class Sequenced {
  private static final Duration STEP = Duration.ofMillis(50);

  private static final String LAST = "select coalesce(max(entry), 0) from ledger_pending";
  private static final String WAITING =
      "select exists (select from ledger_pending where entry <= $1)";

  private static final String SIZE = "select coalesce(max(leaf_index) + 1, 0) from ledger_leaf";

  private final Transactions transactions;

  Sequenced(Transactions transactions) {
    this.transactions = transactions;
  }

  /** How many leaves have their place: the next one's index. */
  public Uni<Long> size() {
    return transactions
        .readOn(connection -> connection.preparedQuery(SIZE).execute())
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /**
   * Completes when all that is committed now has its leaf, or when it was waited for so long. To be
   * called on a Vert.x context.
   */
  public Uni<Void> upToNow(Duration patience) {
    return transactions
        .readOn(connection -> connection.preparedQuery(LAST).execute())
        .map(rows -> rows.iterator().next().getLong(0))
        .chain(last -> upTo(last, patience));
  }

  private Uni<Void> upTo(long last, Duration patience) {
    return transactions
        .readOn(connection -> connection.preparedQuery(WAITING).execute(Tuple.of(last)))
        .map(rows -> rows.iterator().next().getBoolean(0))
        .chain(
            waiting ->
                !waiting || patience.isNegative()
                    ? Uni.createFrom().voidItem()
                    : Background.pause(STEP).chain(() -> upTo(last, patience.minus(STEP))));
  }
}
