package io.livenessledger.evidence.export;

import io.livenessledger.record.state.RecordState;
import io.livenessledger.store.LongReads;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Between which leaves of the log the observations are that established some states.
 *
 * @param first null while there are none
 * @param last null while there are none
 * @param missing states whose observation is not in the log yet
 */
record Leaves(Long first, Long last, long missing) {
  static final Leaves NONE = new Leaves(null, null, 0);

  // One after the other, each in the partition of its time
  private static final String RANGE =
      """
      select min(l.leaf_index), max(l.leaf_index), count(*) filter (where l.leaf_index is null)
        from unnest($1::text[], $2::integer[], $3::timestamptz[]) as shown (id, observation, stored_at)
        left join lateral (
          select entry from observation_statement s
           where s.record_id = shown.id and s.observation = shown.observation
             and s.stored_at = shown.stored_at limit 1) as s on true
        left join ledger_leaf l on l.entry = s.entry
      """;

  static Uni<Leaves> of(List<RecordState> states, LongReads reads) {
    if (states.isEmpty()) {
      return Uni.createFrom().item(NONE);
    }
    Tuple shown =
        Tuple.of(
            states.stream().map(state -> state.id().value()).toArray(String[]::new),
            states.stream().map(RecordState::observation).toArray(Integer[]::new),
            states.stream()
                .map(state -> state.storedAt().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new));
    return reads
        .readOn(connection -> connection.preparedQuery(RANGE).execute(shown))
        .map(rows -> range(rows.iterator().next()));
  }

  private static Leaves range(Row row) {
    return new Leaves(row.getLong(0), row.getLong(1), row.getLong(2));
  }

  Leaves and(Leaves other) {
    long all = missing + other.missing;
    if (first == null || other.first == null) {
      Leaves there = first == null ? other : this;
      return new Leaves(there.first, there.last, all);
    }
    return new Leaves(Math.min(first, other.first), Math.max(last, other.last), all);
  }
}
