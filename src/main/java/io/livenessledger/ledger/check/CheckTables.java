package io.livenessledger.ledger.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.check.Check.State;
import io.livenessledger.ledger.check.Check.Trigger;
import io.livenessledger.ledger.log.Opening;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;

/** The jobs and their results (V0005). */
public final class CheckTables {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  private static final String COLUMNS =
      "number, trigger, state, requested_at, started_at, finished_at, tree_size, root,"
          + " leaves_checked, findings_total, cast(findings as text) as findings";
  private static final String REQUEST =
      "insert into ledger_check (trigger, state, requested_at) values ($1, 'PENDING', $2)"
          + " on conflict do nothing";
  private static final String OPEN =
      "select " + COLUMNS + " from ledger_check where state in ('PENDING', 'RUNNING')";
  private static final String FIND = "select " + COLUMNS + " from ledger_check where number = $1";
  private static final String LAST =
      "select "
          + COLUMNS
          + " from ledger_check where finished_at is not null order by number desc limit 1";
  private static final String BEGIN =
      """
      update ledger_check
         set state = 'RUNNING', started_at = $2, tree_size = $3, leaves_checked = 0, findings_total = 0
       where number = $1
      """;
  private static final String PROGRESS =
      "update ledger_check set leaves_checked = $2, findings_total = $3 where number = $1";
  private static final String FINISH =
      """
      update ledger_check
         set state = $2, finished_at = $3, root = $4, leaves_checked = $5, findings_total = $6,
             findings = cast(cast($7 as text) as jsonb),
             entry = ledger_append($8), salt = $9, statement = $10
       where number = $1
      """;
  // Measured from the first checkpoint, so that a new ledger is not checked before there is one
  private static final String DUE =
      """
      select coalesce((select max(requested_at) from ledger_check),
                      (select published_at from ledger_checkpoint where number = 1)) <= $1 as due
      """;

  private CheckTables() {}

  public static Uni<Void> request(SqlConnection connection, Trigger trigger, Instant at) {
    return connection
        .preparedQuery(REQUEST)
        .execute(Tuple.of(trigger.name(), utc(at)))
        .replaceWithVoid();
  }

  /** The one that waits or runs; null when none does. */
  public static Uni<Check> open(SqlConnection connection) {
    return connection.preparedQuery(OPEN).execute().map(CheckTables::first);
  }

  public static Uni<Check> find(SqlConnection connection, long number) {
    return connection.preparedQuery(FIND).execute(Tuple.of(number)).map(CheckTables::first);
  }

  /** The latest that has ended; null before the first. */
  public static Uni<Check> last(SqlConnection connection) {
    return connection.preparedQuery(LAST).execute().map(CheckTables::first);
  }

  /** Whether no check was asked for since this time. */
  public static Uni<Boolean> isDue(SqlConnection connection, Instant since) {
    return connection
        .preparedQuery(DUE)
        .execute(Tuple.of(utc(since)))
        .map(rows -> Boolean.TRUE.equals(rows.iterator().next().getBoolean("due")));
  }

  public static Uni<Void> begin(SqlConnection connection, long number, Instant at, long treeSize) {
    return connection
        .preparedQuery(BEGIN)
        .execute(Tuple.of(number, utc(at), treeSize))
        .replaceWithVoid();
  }

  public static Uni<Void> progress(
      SqlConnection connection, long number, long leaves, int findings) {
    return connection
        .preparedQuery(PROGRESS)
        .execute(Tuple.of(number, leaves, findings))
        .replaceWithVoid();
  }

  /** Ends a check, together with its leaf. */
  public static Uni<Void> finish(
      SqlConnection connection, Check ended, Opening opening, byte[] leaf) {
    return connection
        .preparedQuery(FINISH)
        .execute(
            Tuple.from(
                List.of(
                    ended.number(),
                    ended.state().name(),
                    utc(ended.finishedAt()),
                    Buffer.buffer(ended.root().bytes()),
                    ended.leavesChecked(),
                    ended.findingsTotal(),
                    json(ended.findings()),
                    Buffer.buffer(leaf),
                    Buffer.buffer(opening.salt()),
                    Buffer.buffer(opening.statement()))))
        .replaceWithVoid();
  }

  static Check check(Row row) {
    Buffer root = row.get(Buffer.class, "root");
    return new Check(
        row.getLong("number"),
        Trigger.valueOf(row.getString("trigger")),
        State.valueOf(row.getString("state")),
        instant(row, "requested_at"),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getLong("tree_size"),
        root == null ? null : Digest.ofBytes(root.getBytes()),
        row.getLong("leaves_checked"),
        row.getInteger("findings_total"),
        findings(row.getString("findings")));
  }

  private static Check first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(CheckTables::check)
        .findFirst()
        .orElse(null);
  }

  private static Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static String json(List<Finding> findings) {
    try {
      return JSON.writeValueAsString(findings);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<Finding> findings(String json) {
    try {
      return JSON.readValue(json, FINDINGS);
    } catch (JsonProcessingException corrupt) {
      throw new IllegalStateException("Stored findings are none", corrupt);
    }
  }
}
