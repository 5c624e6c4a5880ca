package io.livenessledger.record.current;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.History;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.history.Revision;
import io.livenessledger.record.state.RecordRows;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.record.state.RecordState.Upstream;
import io.livenessledger.record.statement.Statement;
import io.livenessledger.record.statement.Statements;
import io.livenessledger.store.Background;
import io.livenessledger.store.Gathering;
import io.livenessledger.store.StoreConfig;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** The records' current state: reads it, and appends the observations that move it. */
@ApplicationScoped
public class Records {
  private final RecordRepository records;
  private final History history;
  private final Statements statements;
  private final Adoption adoption;
  private final Transactions transactions;
  private final Clock clock;
  private final Gathering<RecordId, RecordState> gathering;

  Records(
      RecordRepository records,
      History history,
      Statements statements,
      Adoption adoption,
      Transactions transactions,
      Background background,
      StoreConfig store,
      Clock clock) {
    this.records = records;
    this.history = history;
    this.statements = statements;
    this.adoption = adoption;
    this.transactions = transactions;
    this.clock = clock;
    this.gathering = new Gathering<>(background, store.timeout(), this::held);
  }

  /** The record's state; null when it was never stored. A bare history counts as never stored. */
  public Uni<RecordState> find(RecordId id) {
    return transactions
        .read(() -> records.findById(id.value()))
        .map(row -> row == null || row.revision == null ? null : row.toState());
  }

  /**
   * As {@link #find}, but in one query with what others ask at the same time, and failing with
   * {@code record-not-found}. To be called outside any transaction, on a Vert.x context.
   */
  public Uni<RecordState> get(RecordId id) {
    return gathering.ask(id).onItem().ifNull().failWith(Records::notFound);
  }

  private Uni<List<RecordState>> held(List<RecordId> ids) {
    return transactions
        .readOn(connection -> RecordRows.held(connection, ids))
        .map(found -> ids.stream().map(found::get).collect(Collectors.toList()));
  }

  private static Problem notFound() {
    return Problem.of(ProblemCode.RECORD_NOT_FOUND, "This record was never stored; refresh it.");
  }

  /** One observation of a held record; null when there is none of this number. */
  public Uni<Observation> observation(RecordId id, int number) {
    return transactions.read(() -> history.observation(id, number));
  }

  /**
   * What was known of the record at an instant, by the time of storing; null when that was nothing.
   */
  public Uni<RecordState> findAsOf(RecordId id, Instant instant) {
    return transactions
        .readOn(connection -> RecordRows.heldAsOf(connection, instant, List.of(id)))
        .map(found -> found.get(id));
  }

  /**
   * Appends an observation to its record under the record's lock, and moves the current state. To
   * be called in the caller's transaction; numbers have no gaps, whatever runs beside it, because a
   * number is taken and committed under that lock. Its statement and ledger entry go with it. Bytes
   * that were submitted before are not appended again. Where the record is not held, {@code ABSENT}
   * establishes nothing: the item is null.
   */
  public Uni<Appended> append(RecordId id, NewObservation found) {
    if (found.outcome() == Outcome.ABSENT) {
      return records
          .locked(id)
          .chain(row -> row == null || row.revision == null ? nothing() : append(row, found));
    }
    return records.lockedOrNew(id).chain(row -> append(row, found));
  }

  private static Uni<Appended> nothing() {
    return Uni.createFrom().nullItem();
  }

  private Uni<Appended> append(RecordEntity row, NewObservation found) {
    return adoption.complete(row).chain(() -> appendUnlessRepeated(row, found));
  }

  private Uni<Appended> appendUnlessRepeated(RecordEntity row, NewObservation found) {
    RecordState before = row.toState();
    if (found.trigger() != Trigger.SUBMITTED) {
      return appendNext(row, before, found);
    }
    return history
        .submitted(before.id(), found.body().digest())
        .chain(known -> known == null ? appendNext(row, before, found) : repeated(before, known));
  }

  private static Uni<Appended> repeated(RecordState state, Observation known) {
    return Uni.createFrom().item(new Appended(RefreshResult.UNCHANGED, state, known, true));
  }

  private Uni<Appended> appendNext(RecordEntity row, RecordState before, NewObservation found) {
    Observation observation = numbered(before, found);
    Content content = observation.startsRevision() ? found.content() : before.content();
    Statement statement = statement(observation, found, content, before);
    return startRevision(observation, found)
        .chain(() -> history.append(observation, found.body()))
        .chain(() -> statements.append(statement))
        .map(commitment -> before.after(observation, content, commitment))
        .invoke(row::become)
        .map(after -> new Appended(resultOf(before, observation), after, observation, false));
  }

  private static Statement statement(
      Observation observation, NewObservation found, Content content, RecordState before) {
    return new Statement(
        observation,
        found.body() == null ? null : found.body().headers(),
        observation.outcome() == Outcome.PRESENT ? content : null,
        before.lastCommitment());
  }

  private Uni<Void> startRevision(Observation observation, NewObservation found) {
    if (!observation.startsRevision()) {
      return Uni.createFrom().voidItem();
    }
    Revision revision =
        new Revision(
            observation.recordId(),
            observation.revision(),
            observation.number(),
            observation.storedAt(),
            found.content());
    return history.append(revision, found.data());
  }

  private Observation numbered(RecordState before, NewObservation found) {
    boolean present = found.outcome() == Outcome.PRESENT;
    boolean starts = present && !isLatest(before, found.content());
    int latest = before.isHeld() ? before.revision() : 0;
    boolean hasBody = found.body() != null;
    return new Observation(
        before.id(),
        before.lastNumber() + 1,
        found.outcome(),
        found.trigger(),
        found.fetchedAt(),
        storedAt(before),
        present ? Integer.valueOf(starts ? latest + 1 : latest) : null,
        starts,
        found.vendorStatus(),
        hasBody ? found.body().digest() : null,
        hasBody ? found.body().bytes().length : null,
        hasBody ? found.body().contentType() : null,
        found.signature(),
        found.unreadableReason(),
        found.requestId(),
        found.caller());
  }

  private static boolean isLatest(RecordState before, Content content) {
    return before.isHeld() && before.content().digest().equals(content.digest());
  }

  private static RefreshResult resultOf(RecordState before, Observation observation) {
    return switch (observation.outcome()) {
      case UNREADABLE -> RefreshResult.UNREADABLE;
      case ABSENT -> RefreshResult.GONE;
      case PRESENT -> {
        if (!before.isHeld()) {
          yield RefreshResult.NEW;
        }
        boolean fetched = observation.trigger() != Trigger.SUBMITTED;
        if (fetched && before.upstream() == Upstream.GONE) {
          yield RefreshResult.RETURNED;
        }
        yield observation.startsRevision() ? RefreshResult.CHANGED : RefreshResult.UNCHANGED;
      }
    };
  }

  /**
   * To the millisecond: what is stored is what is shown. Never before what is there already,
   * whatever the clocks of other replicas said: what was known at an instant must be a beginning of
   * the history.
   */
  private Instant storedAt(RecordState before) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return before.isHeld() && now.isBefore(before.storedAt()) ? before.storedAt() : now;
  }
}
