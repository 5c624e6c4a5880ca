package io.livenessledger.record.current;

import io.livenessledger.record.current.RecordState.Upstream;
import io.livenessledger.record.history.Observation.Signature;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.row.Columns;
import io.livenessledger.record.row.ContentColumns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads many held records in one query. */
final class RecordRows {
  private static final String BY_IDS =
      "select r.id, r.last_number, r.upstream, r.revision, r.observation, r.observed_at, r.stored_at,"
          + " r.fetched_at, r.signature_date_time, r.signature_message, "
          + ContentColumns.of("r")
          + ", r.last_commitment from record r where r.id = any($1) and r.revision is not null";

  private RecordRows() {}

  /** By their ids; without those that are not held. */
  static Uni<Map<RecordId, RecordState>> held(SqlConnection connection, List<RecordId> ids) {
    String[] wanted = ids.stream().map(RecordId::value).distinct().toArray(String[]::new);
    return connection.preparedQuery(BY_IDS).execute(Tuple.of(wanted)).map(RecordRows::states);
  }

  private static Map<RecordId, RecordState> states(RowSet<Row> rows) {
    Map<RecordId, RecordState> states = new HashMap<>();
    for (Row row : rows) {
      RecordState state = state(row);
      states.put(state.id(), state);
    }
    return states;
  }

  private static RecordState state(Row row) {
    Columns next = new Columns(row.getDelegate(), 0);
    return new RecordState(
        new RecordId(next.text()),
        next.integer(),
        Upstream.valueOf(next.text()),
        next.integer(),
        next.integer(),
        next.instant(),
        next.instant(),
        next.instant(),
        signature(next.text(), next.text()),
        ContentColumns.content(next),
        next.digest());
  }

  private static Signature signature(String dateTime, String message) {
    return dateTime == null && message == null ? null : new Signature(dateTime, message);
  }
}
