package io.livenessledger.store.partition;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the database does about partitions, and says of them (V0010). */
final class PartitionTables {
  private static final String MAKE = "select partition, outcome from partitions_ahead($1, $2)";
  private static final String MONTHS_AHEAD = "select partition_months_ahead($1)";

  private PartitionTables() {}

  /** Why a partition was made or not, in the database's words. */
  enum Outcome {
    MADE,
    ROWS_IN_DEFAULT,
    NAME_TAKEN,
    BUSY
  }

  /** A partition that was missing. */
  record Missing(String partition, Outcome outcome) {}

  /**
   * Makes the partitions that are missing for an instant's month and so many after it.
   *
   * @return those that were missing; some may still be
   */
  static Uni<List<Missing>> make(SqlConnection connection, Instant instant, int months) {
    return connection
        .preparedQuery(MAKE)
        .execute(Tuple.of(instant.atOffset(ZoneOffset.UTC), months))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(r -> new Missing(r.getString(0), Outcome.valueOf(r.getString(1))))
                    .toList());
  }

  /**
   * For how many months after that of an instant every table has partitions; -1 when one has none
   * for the instant's own.
   */
  static Uni<Integer> monthsAhead(SqlConnection connection, Instant instant) {
    return connection
        .preparedQuery(MONTHS_AHEAD)
        .execute(Tuple.of(instant.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.iterator().next().getInteger(0));
  }
}
