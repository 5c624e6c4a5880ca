package io.livenessledger.record.current;

import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.History;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.history.Revision;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.record.statement.Statements;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Makes every record's projection anew from its observations. Safe beside a running service: each
 * record is one transaction under the record's lock. Can be stopped and started again at any time.
 */
@ApplicationScoped
public class RebuildRecords {
  private static final int BATCH = 500;

  private final RecordRepository records;
  private final History history;
  private final Statements statements;
  private final Transactions transactions;

  RebuildRecords(
      RecordRepository records, History history, Statements statements, Transactions transactions) {
    this.records = records;
    this.history = history;
    this.statements = statements;
    this.transactions = transactions;
  }

  /**
   * How a rebuild went.
   *
   * @param rebuilt records looked at
   * @param differing those whose projection was not what the observations say
   */
  public record Outcome(long rebuilt, long differing) {
    Outcome plus(boolean differed) {
      return new Outcome(rebuilt + 1, differing + (differed ? 1 : 0));
    }
  }

  /** Rebuilds all records. Must be called on a duplicated Vert.x context. */
  public Uni<Outcome> rebuildAll() {
    return allIds()
        .onItem()
        .transformToUniAndConcatenate(id -> transactions.committed(() -> rebuild(id)))
        .onItem()
        .scan(() -> new Outcome(0, 0), Outcome::plus)
        .collect()
        .last();
  }

  private Multi<RecordId> allIds() {
    AtomicReference<String> last = new AtomicReference<>("");
    return Multi.createBy()
        .repeating()
        .uni(() -> transactions.read(() -> records.idsAfter(last.get(), BATCH)))
        .until(List::isEmpty)
        .invoke(ids -> last.set(ids.get(ids.size() - 1)))
        .onItem()
        .<String>disjoint()
        .map(RecordId::new);
  }

  private Uni<Boolean> rebuild(RecordId id) {
    return records
        .locked(id)
        .chain(row -> fold(RecordState.empty(id)).chain(this::committed).map(s -> replace(row, s)));
  }

  /** With the commitment of the latest statement, when that is the latest observation's. */
  private Uni<RecordState> committed(RecordState folded) {
    return statements
        .latest(folded.id())
        .onItem()
        .ifNotNull()
        .transform(latest -> folded.committedTo(latest.observation(), latest.commitment()))
        .onItem()
        .ifNull()
        .continueWith(folded);
  }

  private static boolean replace(RecordEntity row, RecordState rebuilt) {
    boolean differs = !row.toState().equals(rebuilt);
    if (differs) {
      row.become(rebuilt);
    }
    return differs;
  }

  private Uni<RecordState> fold(RecordState state) {
    return history
        .observationsAfter(state.id(), state.lastNumber(), BATCH)
        .chain(batch -> batch.isEmpty() ? Uni.createFrom().item(state) : fold(state, batch));
  }

  private Uni<RecordState> fold(RecordState state, List<Observation> batch) {
    int first = batch.get(0).number();
    int last = batch.get(batch.size() - 1).number();
    return history
        .revisionsStartedBetween(state.id(), first, last)
        .map(started -> folded(state, batch, started))
        .chain(this::fold);
  }

  private static RecordState folded(
      RecordState state, List<Observation> batch, List<Revision> started) {
    Map<Integer, Content> contents =
        started.stream().collect(Collectors.toMap(Revision::startedBy, Revision::content));
    RecordState result = state;
    for (Observation next : batch) {
      Content seen = next.startsRevision() ? contents.get(next.number()) : result.content();
      result = result.after(next, seen, null);
    }
    return result;
  }
}
