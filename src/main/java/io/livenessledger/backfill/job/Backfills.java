package io.livenessledger.backfill.job;

import io.livenessledger.backfill.job.Item.State;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** The backfills that were ordered. */
@ApplicationScoped
public class Backfills {
  private final Transactions transactions;

  Backfills(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Orders a backfill, which some replica will soon begin, or when those before it have ended.
   *
   * @param alongside writes what is to be committed with it, or not at all; given its number
   */
  public Uni<Backfill> order(
      Order order, String caller, String requestId, Function<Long, Uni<Void>> alongside) {
    return transactions
        .committed(() -> BackfillTable.order(order, caller, requestId).call(alongside::apply))
        .chain(this::get);
  }

  /** The oldest that has not ended; null when all have. */
  public Uni<Backfill> open() {
    return transactions.readOn(BackfillTable::open);
  }

  /** Fails with {@code not-found}. */
  public Uni<Backfill> get(long id) {
    return transactions
        .readOn(connection -> BackfillTable.find(connection, id))
        .onItem()
        .ifNull()
        .failWith(() -> Problem.of(ProblemCode.NOT_FOUND, "There is no backfill of this number."));
  }

  /** Newest first. */
  public Uni<List<Backfill>> before(long id, int limit) {
    return transactions.readOn(connection -> BackfillTable.before(connection, id, limit));
  }

  /**
   * Ends it, unless it has ended. Fetches under way are stored. Fails with {@code not-found}.
   *
   * @return as it is then
   */
  public Uni<Backfill> cancel(long id) {
    return transactions.committedOn(c -> BackfillTable.cancel(c, id)).chain(() -> get(id));
  }

  /** What came of its items so far. */
  public Uni<Progress> progress(long id) {
    return transactions.readOn(connection -> ItemReads.progress(connection, id));
  }

  /** Its items in the order of their ids. */
  public Uni<List<Item>> items(long id, Collection<State> states, String after, int limit) {
    return transactions.readOn(c -> ItemReads.find(c, id, states, after, limit));
  }
}
