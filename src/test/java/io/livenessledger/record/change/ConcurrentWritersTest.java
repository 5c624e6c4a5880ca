package io.livenessledger.record.change;

import static io.livenessledger.record.change.Following.told;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.OwnDatabase;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** A reader who follows the feed while others write gets all of it, each change once. */
@LedgerTest
@TestProfile(OwnDatabase.class)
class ConcurrentWritersTest {
  private static final int WRITERS = 6;
  private static final int RECORDS = 8;
  private static final int CONTENTS = 4;

  private static final String TABLE =
      "select c.record_id || ' ' || c.change || ' ' || c.revision || ' ' || c.observation"
          + " from observed_change c join observation_statement s using (record_id, observation)"
          + " join ledger_leaf l on l.entry = s.entry order by l.leaf_index";

  @Test
  void aReaderMissesNothingAndGetsNothingTwice() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    CountDownLatch done = new CountDownLatch(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(threads.submit(() -> write(done)));
    }
    Following reader = new Following(null, 7);
    int pages = 0;
    int meanwhile = 0;
    while (done.getCount() > 0) {
      int soFar = reader.page().size();
      pages++;
      meanwhile = done.getCount() > 0 ? soFar : meanwhile;
    }
    List<Map<String, Object>> read = reader.published();
    threads.shutdown();
    assertTrue(threads.awaitTermination(10, SECONDS));
    for (Future<?> writer : writers) {
      writer.get();
    }

    assertEquals(Database.rows(TABLE), told(read));
    assertTrue(read.size() >= WRITERS * RECORDS * CONTENTS, () -> read.size() + " changes");
    assertTrue(pages > 3 && meanwhile > 0, "the reader has read while others wrote");
  }

  /** Several write each record, so that they wait for each other. */
  private static Void write(CountDownLatch done) {
    try {
      for (int content = 0; content < CONTENTS; content++) {
        for (int record = 0; record < RECORDS; record++) {
          String id = "shared-" + record;
          String status = Thread.currentThread().getId() + "-" + content;
          assertTrue(Api.submit(id, Bodies.small(id, status)).statusCode() < 300);
        }
      }
      return null;
    } finally {
      done.countDown();
    }
  }

  /** Its entry is older than that of a change which the reader has long had. */
  @Test
  void aLateCommitIsNotSkipped() throws SQLException {
    String model = Bodies.freshId();
    Api.submit(model, Bodies.small(model, "new")).then().statusCode(201);
    Following reader = new Following(Following.end(), 50);
    String late = Bodies.freshId();
    String prompt = Bodies.freshId();

    try (Connection connection = Database.asOwner();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String insert : copies(model, late)) {
        statement.execute(insert);
      }
      Api.submit(prompt, Bodies.small(prompt, "new")).then().statusCode(201);
      assertEquals(List.of(prompt + " NEW 1 1"), told(reader.published()));
      connection.commit();
    }

    assertEquals(List.of(prompt + " NEW 1 1", late + " NEW 1 1"), told(reader.published()));
    assertEquals(
        List.of("t"),
        Database.rows(
            "select max(entry) filter (where record_id = '"
                + late
                + "') < max(entry) filter (where record_id = '"
                + prompt
                + "') from record_change"));
  }

  /** All rows of a record's first observation, under another id. */
  private static List<String> copies(String model, String id) {
    return List.of(
        "insert into record (id, last_number) values ('" + id + "', 1)",
        copy("revision", model, id),
        copy("observation", model, id),
        "insert into observation_statement select '"
            + id
            + "', 1, stored_at, ledger_append('"
            + new String(Log.data(id), UTF_8)
            + "'), salt, statement from observation_statement where record_id = '"
            + model
            + "'");
  }

  private static String copy(String table, String model, String id) {
    return "insert into "
        + table
        + " select (jsonb_populate_record(t, '{\"record_id\": \""
        + id
        + "\"}')).* from "
        + table
        + " t where record_id = '"
        + model
        + "'";
  }
}
