package io.livenessledger.record;

import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.paging.PageTokens;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.check.GenuineBodies;
import io.livenessledger.record.current.Records;
import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.History;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.history.Revision;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Reads the history of a record, also of one that has only unreadable observations. What is not
 * there fails as {@code record-not-found} or {@code observation-not-found}.
 */
@ApplicationScoped
public class RecordHistory {
  private final Records records;
  private final Visibility visibility;
  private final History history;
  private final GenuineBodies bodies;
  private final PageTokens tokens;
  private final Transactions transactions;

  RecordHistory(
      Records records,
      Visibility visibility,
      History history,
      GenuineBodies bodies,
      PageTokens tokens,
      Transactions transactions) {
    this.records = records;
    this.visibility = visibility;
    this.history = history;
    this.bodies = bodies;
    this.tokens = tokens;
    this.transactions = transactions;
  }

  Uni<Page<ObservationView>> observations(RecordId id, PageParameters parameters) {
    int size = parameters.size();
    String list = "observations/" + id;
    int before = tokens.before(list, parameters.token());
    return transactions
        .read(() -> known(id).chain(() -> history.observationsBefore(id, before, size + 1)))
        .map(found -> tokens.numbered(list, found, size, Observation::number))
        .map(page -> page.map(ObservationView::of));
  }

  Uni<Page<RevisionView>> revisions(RecordId id, PageParameters parameters) {
    int size = parameters.size();
    String list = "revisions/" + id;
    int before = tokens.before(list, parameters.token());
    return transactions
        .read(() -> known(id).chain(() -> history.revisionsBefore(id, before, size + 1)))
        .map(found -> tokens.numbered(list, found, size, Revision::number))
        .map(page -> page.map(RevisionView::of));
  }

  /** Reads on, of a record that there is for the caller, in one session. */
  public <T> Uni<T> read(RecordId id, Supplier<Uni<T>> reading) {
    return transactions.read(() -> known(id).chain(first -> reading.get()));
  }

  /** The observations of a held record that established a state, oldest first. */
  Uni<Page<Observation>> states(RecordId id, PageParameters parameters) {
    int size = parameters.size();
    String list = "timemap/" + id;
    int after = parameters.token() == null ? 0 : tokens.before(list, parameters.token());
    return transactions
        .read(() -> visible(id).chain(() -> history.statesAfter(id, after, size + 1)))
        .map(found -> tokens.numbered(list, found, size, Observation::number));
  }

  public Uni<Observation> observation(RecordId id, int number) {
    return transactions.read(() -> found(id, number));
  }

  Uni<Body> body(RecordId id, int number) {
    return observation(id, number)
        .chain(bodies::of)
        .onItem()
        .ifNull()
        .failWith(() -> notFound("Its body was over the size limit and is not kept."));
  }

  private Uni<Observation> found(RecordId id, int number) {
    return known(id)
        .chain(() -> history.observation(id, number))
        .onItem()
        .ifNull()
        .failWith(() -> notFound("The record has no observation of this number."));
  }

  /** Whoever has a history has a first observation. */
  private Uni<Observation> known(RecordId id) {
    Uni<Observation> first = history.observation(id, 1);
    return (visibility.isLimited() ? visible(id).chain(() -> first) : first)
        .onItem()
        .ifNull()
        .failWith(() -> Problem.of(ProblemCode.RECORD_NOT_FOUND, "Nothing was ever stored of it."));
  }

  /** Without content nobody knows whose it is. */
  private Uni<RecordState> visible(RecordId id) {
    return records.find(id).map(visibility::require);
  }

  private static Problem notFound(String detail) {
    return Problem.of(ProblemCode.OBSERVATION_NOT_FOUND, detail);
  }
}
