package io.livenessledger.backfill.job;

import io.livenessledger.backfill.job.Backfill.Pause;
import io.livenessledger.backfill.job.Item.State;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.state.RecordRows;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.LeaseLostException;
import io.livenessledger.store.lease.Leases;
import io.livenessledger.verifik.list.ListPage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What the one who holds the lease writes of a backfill. Each step is one transaction, fenced by
 * the lease, and none once the backfill has ended: then its item is null, and nothing is written.
 */
@ApplicationScoped
public class JobSteps {
  private final Transactions transactions;
  private final Leases leases;

  JobSteps(Transactions transactions, Leases leases) {
    this.transactions = transactions;
    this.leases = leases;
  }

  /**
   * A lease and the job that is run under it.
   *
   * @param term that the lease is renewed for
   */
  public record Run(Lease lease, Duration term, Backfill job) {}

  /** Begins to read the list from its first page. */
  public Uni<Void> beginPass(Run run) {
    return fenced(run, connection -> BackfillTable.beginPass(connection, run.job().id()));
  }

  /**
   * Notes which records a page names, and where the pass goes on.
   *
   * @param next null when the page was the last
   */
  public Uni<Void> pageRead(Run run, ListPage page, Integer next) {
    Backfill job = run.job();
    List<RecordId> ids = page.ids().stream().map(RecordId::new).toList();
    return fenced(
        run,
        c ->
            RecordRows.held(c, ids)
                .chain(held -> ItemTable.listed(c, job, page, held))
                .chain(found -> BackfillTable.pageRead(c, job.id(), next, page, found))
                .chain(() -> BackfillTable.goOn(c, job.id())));
  }

  /**
   * What is to be fetched.
   *
   * @param items that are due
   * @param next how long until more is due; null when nothing will be
   */
  public record Due(List<Item> items, Duration next) {}

  /** Some of the records that are due, without those that somebody else has fetched meanwhile. */
  public Uni<Due> due(Run run, int limit) {
    long id = run.job().id();
    return fenced(
        run,
        c ->
            ItemTable.due(c, id, limit)
                .chain(items -> stillDue(c, run.job(), items))
                .chain(items -> ItemTable.nextDue(c, id).map(next -> new Due(items, next))));
  }

  private static Uni<List<Item>> stillDue(SqlConnection c, Backfill job, List<Item> items) {
    if (items.isEmpty()) {
      return Uni.createFrom().item(items);
    }
    return RecordRows.held(c, items.stream().map(Item::recordId).toList())
        .chain(held -> withoutHeld(c, job, items, held));
  }

  private static Uni<List<Item>> withoutHeld(
      SqlConnection c, Backfill job, List<Item> items, Map<RecordId, RecordState> held) {
    List<Item> due = new ArrayList<>();
    List<RecordId> notDue = new ArrayList<>();
    for (Item item : items) {
      if (Order.isAsNewAsWanted(held.get(item.recordId()), job.requestedAt())) {
        notDue.add(item.recordId());
      } else {
        due.add(item);
      }
    }
    return notDue.isEmpty()
        ? Uni.createFrom().item(due)
        : ItemTable.held(c, job.id(), notDue).replaceWith(due);
  }

  /** Notes what was fetched, in the transaction of its observation; not fenced. */
  public Uni<Void> fetched(Backfill job, Appended appended) {
    return ItemTable.fetched(job.id(), appended);
  }

  /**
   * What came of some fetches.
   *
   * @param fetched stored, here or by others
   * @param gone listed, but the vendor does not have them, nor we
   * @param failed for a reason of their own
   */
  public record Outcomes(List<Appended> fetched, List<RecordId> gone, List<Failure> failed) {}

  /**
   * Notes what came of some fetches.
   *
   * @param delay of the next try of one that failed
   * @param pause of the whole job; null when it goes on
   */
  public Uni<Void> ended(
      Run run, Outcomes outcomes, Function<Failure, Duration> delay, int mostTries, Pause pause) {
    long id = run.job().id();
    return fenced(
        run,
        c ->
            ItemTable.fetchedElsewhere(c, id, outcomes.fetched())
                .chain(() -> each(outcomes.gone(), gone -> ItemTable.gone(c, id, gone)))
                .chain(
                    () ->
                        each(
                            outcomes.failed(),
                            f -> ItemTable.failed(c, id, f, delay.apply(f), mostTries)))
                .chain(
                    () ->
                        pause == null
                            ? BackfillTable.goOn(c, id)
                            : BackfillTable.await(c, id, pause)));
  }

  private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> statement) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (T one : all) {
      done = done.chain(() -> statement.apply(one));
    }
    return done;
  }

  /** Has the job wait. */
  public Uni<Void> await(Run run, Pause pause) {
    return fenced(run, connection -> BackfillTable.await(connection, run.job().id(), pause));
  }

  /** Looks for some of the held records on the list of the last pass. */
  public Uni<Void> compare(Run run) {
    Backfill job = run.job();
    State unlisted = job.order().fetchUnlisted() ? State.PENDING : State.UNLISTED;
    return fenced(
        run,
        c ->
            ItemTable.compare(c, job.id(), job.pass().comparedTo(), unlisted)
                .chain(last -> BackfillTable.compared(c, job.id(), last)));
  }

  /** Ends it. */
  public Uni<Void> complete(Run run) {
    return fenced(run, connection -> BackfillTable.complete(connection, run.job().id()));
  }

  /** Fails with {@link LeaseLostException}. */
  private <T> Uni<T> fenced(Run run, Function<SqlConnection, Uni<T>> work) {
    return transactions.committedOn(
        connection ->
            leases
                .fence(connection, run.lease(), run.term())
                .chain(() -> BackfillTable.locked(connection, run.job().id()))
                .chain(
                    open -> open == null ? Uni.createFrom().nullItem() : work.apply(connection)));
  }
}
