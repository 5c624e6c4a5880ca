package io.livenessledger.refresh;

import io.livenessledger.access.idempotency.Outcome;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.current.Records;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.state.RecordState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** What is kept of a call for those who send it again, and what they are told. */
@ApplicationScoped
class Replay {
  /** Follows the result where something has to be said beside it. */
  private static final String MARK = " *";

  private final Records records;

  Replay(Records records) {
    this.records = records;
  }

  /**
   * What is kept.
   *
   * @param marked what {@link #of} will give as {@code repeated}
   */
  static Outcome kept(RefreshResult result, Observation observation, boolean marked) {
    return new Outcome(
        observation.recordId().value(), observation.number(), result.name() + (marked ? MARK : ""));
  }

  /**
   * What was found then, and the record as it was known with it.
   *
   * @param visible fails for a record that the caller may not see: as it is, or as it was
   */
  Uni<Appended> of(Outcome kept, Consumer<RecordState> visible) {
    RecordId id = new RecordId(kept.subject());
    boolean marked = kept.result().endsWith(MARK);
    RefreshResult result = RefreshResult.valueOf(kept.result().replace(MARK, ""));
    return records
        .find(id)
        .invoke(visible)
        .chain(() -> records.observation(id, kept.number()))
        .chain(
            observation ->
                records
                    .findAsOf(id, observation.storedAt())
                    .invoke(visible)
                    .map(state -> new Appended(result, state, observation, marked)));
  }
}
