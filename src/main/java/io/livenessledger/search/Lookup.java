package io.livenessledger.search;

import io.livenessledger.problem.ParameterError;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.RecordView;
import io.livenessledger.record.RecordViews;
import io.livenessledger.record.Visibility;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.state.RecordRows;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.store.Transactions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads many records by their ids, in one query; as one by its id, never from a replica. */
@ApplicationScoped
public class Lookup {
  private static final int MOST = 500;

  private final Transactions transactions;
  private final RecordViews views;
  private final Visibility visibility;

  Lookup(Transactions transactions, RecordViews views, Visibility visibility) {
    this.transactions = transactions;
    this.views = views;
    this.visibility = visibility;
  }

  /** What is looked up. */
  @Schema(name = "Lookup")
  record Wanted(
      @Schema(description = "Record ids, 1 to 500.", minItems = 1, maxItems = MOST)
          List<String> ids) {}

  /** What was found, in the order of the ids; each id once. */
  @Schema(name = "LookupResult")
  // Written by Jackson, with all its parts
  @RegisterForReflection(registerFullHierarchy = true)
  record Result(
      List<RecordView> found,
      @Schema(description = "Ids of records that were never stored.") List<RecordId> missing) {}

  /**
   * The records with these ids.
   *
   * @throws Problem {@code invalid-parameter}, naming each id that is none by its place
   */
  Uni<Result> find(Wanted wanted) {
    List<RecordId> ids = ids(wanted);
    Predicate<RecordState> visible = visibility.visible();
    return transactions
        .readOn(connection -> RecordRows.held(connection, ids))
        .map(held -> result(ids, held, visible));
  }

  private Result result(
      List<RecordId> ids, Map<RecordId, RecordState> held, Predicate<RecordState> visible) {
    List<RecordView> found = new ArrayList<>();
    List<RecordId> missing = new ArrayList<>();
    for (RecordId id : ids) {
      RecordState state = held.get(id);
      if (visible.test(state)) {
        found.add(views.of(state));
      } else {
        missing.add(id);
      }
    }
    return new Result(found, missing);
  }

  private static List<RecordId> ids(Wanted wanted) {
    if (wanted == null
        || wanted.ids() == null
        || wanted.ids().isEmpty()
        || wanted.ids().size() > MOST) {
      throw Problem.invalidParameter("ids", "must be a list of 1 to " + MOST + " record ids");
    }
    List<RecordId> ids = new ArrayList<>();
    List<ParameterError> errors = new ArrayList<>();
    for (int i = 0; i < wanted.ids().size(); i++) {
      try {
        ids.add(new RecordId(wanted.ids().get(i)));
      } catch (Problem notAnId) {
        errors.add(new ParameterError("ids/" + i, notAnId.errors().get(0).detail()));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_PARAMETER, "Some of the ids are no record ids.")
          .withErrors(errors);
    }
    return ids.stream().distinct().toList();
  }
}
