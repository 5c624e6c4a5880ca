package io.livenessledger.record.diff;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.RecordHistory;
import io.livenessledger.record.diff.Comparison.Sight;
import io.livenessledger.record.diff.Comparison.Stored;
import io.livenessledger.record.history.History;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.history.Revision;
import io.livenessledger.security.Caller;
import io.livenessledger.store.Background;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Compares two revisions of a record for the current caller. */
@ApplicationScoped
class RevisionDiff {
  private final RecordHistory records;
  private final History history;
  private final Caller caller;
  private final ObjectMapper json;

  RevisionDiff(RecordHistory records, History history, Caller caller, ObjectMapper json) {
    this.records = records;
    this.history = history;
    this.caller = caller;
    this.json = json;
  }

  /**
   * What differs, in either direction. Fails with {@code record-not-found}, and with {@code
   * not-found} for a revision that there is not.
   */
  Uni<DiffView> between(RecordId id, int from, int to) {
    Sight sight = new Sight(caller.mayViewImages(), caller.mayViewPersons());
    return records
        .read(id, () -> stored(id, from).chain(one -> and(one, stored(id, to), sight)))
        .chain(comparison -> Background.compute(comparison::result));
  }

  private Uni<Comparison> and(Stored from, Uni<Stored> to, Sight sight) {
    return to.map(other -> new Comparison(from, other, sight, json));
  }

  private Uni<Stored> stored(RecordId id, int number) {
    return history
        .revision(id, number)
        .onItem()
        .ifNull()
        .failWith(() -> notFound(number))
        .chain(revision -> withData(id, revision));
  }

  private Uni<Stored> withData(RecordId id, Revision revision) {
    return history.data(id, revision.number()).map(data -> new Stored(revision, data));
  }

  private static Problem notFound(int number) {
    return Problem.of(ProblemCode.NOT_FOUND, "The record has no revision " + number + ".");
  }
}
