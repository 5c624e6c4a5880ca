package io.livenessledger.evidence.export;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Crowded;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that stop reading in the middle of an export, or go away. */
@LedgerTest
@TestProfile(Crowded.class)
class StalledClientTest {
  private static final String SESSIONS =
      "select count(*) from pg_stat_activity where datname = current_database() and usename = 'liveness_app' and ";

  /** More than the buffers between the program and a client hold. */
  private static final int RECORDS = 30_000;

  @Test
  void aClientThatStallsHoldsNothingAndOneThatGoesIsNoted() throws IOException, SQLException {
    fill();
    URI export =
        URI.create(
            "http://localhost:" + RestAssured.port + "/v1/exports/document-liveness?status=new");
    try (Socket client = RawAnswer.ask(export)) {
      assertEquals('H', client.getInputStream().read());
      await()
          .during(Duration.ofSeconds(1))
          .atMost(Api.patience())
          .until(
              () ->
                  sessions("(backend_xmin is not null or state like 'idle in transaction%')") == 0);
      assertEquals(List.of("ALLOWED|null"), events());
    }

    await().atMost(Api.patience()).until(() -> events().size() == 2);
    assertEquals("FAILED", events().get(1).replaceFirst("\\|[0-9]+$", ""));
    await().atMost(Api.patience()).until(() -> sessions("state <> 'idle'") == 0);
  }

  private static int sessions(String condition) throws SQLException {
    try (Connection superuser = Database.asSuperuser();
        Statement statement = superuser.createStatement();
        ResultSet found = statement.executeQuery(SESSIONS + condition)) {
      found.next();
      return found.getInt(1);
    }
  }

  private static List<String> events() throws SQLException {
    return Database.rows(
        "select outcome, convert_from(statement, 'UTF8')::jsonb ->> 'resultCount' from access_event"
            + " where action = 'EXPORT_RECORDS' and convert_from(statement, 'UTF8') like '%status=new%'"
            + " order by entry");
  }

  /**
   * Copies of one record, without their histories: an export of the present state reads no more.
   */
  private static void fill() throws SQLException {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    String columns =
        Database.rows(
                "select string_agg(quote_ident(column_name), ', ') from information_schema.columns"
                    + " where table_name = 'record' and column_name <> 'id'")
            .get(0);
    Database.execute(
        "insert into record (id, "
            + columns
            + ") select 'copy-' || n, "
            + columns
            + " from record, generate_series(1, "
            + RECORDS
            + ") n where id = '"
            + id
            + "'");
  }
}
