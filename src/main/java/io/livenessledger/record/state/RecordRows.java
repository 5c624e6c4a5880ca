package io.livenessledger.record.state;

import io.livenessledger.record.history.RecordId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads held records by their ids. */
public final class RecordRows {
  private static final String BY_IDS = StateSource.NOW.select() + " and r.id = any($1)";
  private static final String AS_OF = StateSource.AS_OF.select() + " and v.record_id = any($2)";

  private RecordRows() {}

  /** As they are now, in one query; without those that are not held. */
  public static Uni<Map<RecordId, RecordState>> held(SqlConnection connection, List<RecordId> ids) {
    return connection.preparedQuery(BY_IDS).execute(Tuple.of(texts(ids))).map(RecordRows::states);
  }

  /** As they were known at an instant, in one query; without those that were not known yet. */
  public static Uni<Map<RecordId, RecordState>> heldAsOf(
      SqlConnection connection, Instant instant, List<RecordId> ids) {
    Tuple parameters = Tuple.of(instant.atOffset(ZoneOffset.UTC), texts(ids));
    return connection.preparedQuery(AS_OF).execute(parameters).map(RecordRows::states);
  }

  private static String[] texts(List<RecordId> ids) {
    return ids.stream().map(RecordId::value).distinct().toArray(String[]::new);
  }

  private static Map<RecordId, RecordState> states(RowSet<Row> rows) {
    Map<RecordId, RecordState> states = new HashMap<>();
    for (Row row : rows) {
      RecordState state = StateSource.state(row.getDelegate());
      states.put(state.id(), state);
    }
    return states;
  }
}
