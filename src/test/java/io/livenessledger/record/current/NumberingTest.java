package io.livenessledger.record.current;

import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class NumberingTest {
  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();
  private final ExecutorService callers = Executors.newFixedThreadPool(40);

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  @Test
  void concurrentAppendsToOneRecordLeaveNoGapAndNoDouble() throws Exception {
    List<Callable<Integer>> calls =
        IntStream.range(0, 40)
            .<Callable<Integer>>mapToObj(i -> () -> submit(id, body(i)).statusCode())
            .toList();
    for (Future<Integer> status : callers.invokeAll(calls)) {
      assertEquals(201, status.get());
    }

    List<Integer> expected = IntStream.iterate(40, i -> i > 0, i -> i - 1).boxed().toList();
    read(id, "/observations")
        .then()
        .body("items.number", equalTo(expected))
        .body("items.revision", equalTo(expected));
    assertEquals(List.of("40|40"), Database.rows(projection("last_number, revision")));
  }

  private String body(int i) {
    return Bodies.small(id, "status " + i);
  }

  /** What a second replica, one that knew no statements, does at the same time, step by step. */
  @Test
  void anAppendWaitsForAnotherReplicaAndContinuesItsNumbers() throws Exception {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));
    refresh(id);
    try (Connection replica = Database.asApp();
        Statement statement = replica.createStatement()) {
      replica.setAutoCommit(false);
      statement.execute(projection("1") + " for update");

      Future<Integer> here = callers.submit(() -> observationNumberOf(id));
      await().atMost(Api.patience()).until(NumberingTest::somebodyWaitsForALock);
      assertFalse(here.isDone());
      statement.execute(
          "insert into observation select record_id, 2, outcome, trigger, null, fetched_at,"
              + " stored_at, revision, false, vendor_status, null, null, content_type,"
              + " null, null, request_id, caller from observation where record_id = '"
              + id
              + "'");
      statement.execute(
          "update record set last_number = 2, last_commitment = null where id = '" + id + "'");
      replica.commit();

      assertEquals(3, here.get());
    }
  }

  @Test
  void twoReplicasThatMeetAnUnknownRecordMakeOneRow() throws Exception {
    try (Connection replica = Database.asApp();
        Statement statement = replica.createStatement()) {
      replica.setAutoCommit(false);
      statement.execute("insert into record (id) values ('" + id + "')");

      Future<Integer> here = callers.submit(() -> submit(id, Bodies.small(id, "new")).statusCode());
      await().atMost(Api.patience()).until(NumberingTest::somebodyWaitsForALock);
      replica.commit();

      assertEquals(201, here.get());
    }
    read(id, "/observations").then().body("items.number", equalTo(List.of(1)));
  }

  @Test
  void anAppendThatFailsTakesNoNumber() throws Exception {
    submit(id, body(1)).then().statusCode(201);
    Database.execute(
        "create function fail_append() returns trigger language plpgsql as"
            + " $$ begin raise exception 'no' using errcode = '53100'; end $$");
    Database.execute(
        "create trigger fail_append before insert on body execute function fail_append()");
    try {
      submit(id, body(2)).then().statusCode(503);
    } finally {
      Database.execute("drop function fail_append cascade");
    }

    submit(id, body(2)).then().statusCode(201).body("observation.number", equalTo(2));
  }

  private static int observationNumberOf(String id) {
    return refresh(id).jsonPath().getInt("observation.number");
  }

  private static boolean somebodyWaitsForALock() throws SQLException {
    String waiting = "select count(*) > 0 from pg_locks where not granted";
    return Database.rows(waiting).equals(List.of("t"));
  }

  private String projection(String columns) {
    return "select " + columns + " from record where id = '" + id + "'";
  }
}
