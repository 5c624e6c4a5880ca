package io.livenessledger.access;

import static io.livenessledger.testkit.Api.RECORDS;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No trace, no data. */
@LedgerTest
@TestProfile(FailClosedTest.Own.class)
class FailClosedTest {
  /** A database that no other class waits for, and little patience with it. */
  public static class Own extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
      settings.put("ledger.access.timeout", "PT1S");
      return settings;
    }
  }

  private static final String CLIENT = "client_123456789";

  @AfterEach
  void repair() throws SQLException {
    Database.execute("drop trigger if exists stumble on access_event");
  }

  @Test
  void aLockedAuditTableLetsNothingOutAndNobodyWait() throws SQLException {
    String id = stored();
    try (Connection locker = Database.asOwner();
        Statement lock = locker.createStatement()) {
      locker.setAutoCommit(false);
      lock.execute("lock table access_event in access exclusive mode");
      long start = System.nanoTime();

      assertRefused(Api.read(id, ""));
      assertRefused(Api.read(id, "/observations"));
      assertRefused(Api.as("auditor").get(RECORDS + "/" + id + "/observations/1/body"));
      assertRefused(Api.as("viewer").header("If-None-Match", "*").get(RECORDS + "/" + id));
      assertRefused(Api.as("viewer").get(RECORDS));
      assertRefused(Api.as("viewer").get(RECORDS + "/unknown"));
      assertRefused(Api.anonymous().get(RECORDS + "/" + id));

      assertEquals(7, Duration.ofNanos(System.nanoTime() - start).toSeconds(), "a second each");
      locker.rollback();
    }
    Api.read(id, "").then().statusCode(200);
  }

  @Test
  void aFullDiskLetsNothingOut() throws SQLException {
    String id = stored();
    Api.read(id, "").then().statusCode(200);
    long before = toldFailures();
    fillDisk();

    assertRefused(Api.read(id, ""));
    assertRefused(Api.as("auditor").get(RECORDS + "/" + id + "/observations/1/body"));

    repair();
    Api.read(id, "").then().statusCode(200);
    assertEquals(before + 2, toldFailures());
  }

  @Test
  void aSubmissionWithoutItsEventStoresNothing() throws SQLException {
    String id = Bodies.freshId();
    fillDisk();

    assertRefused(Api.submit(id, Bodies.small(id, "new")));

    assertEquals(
        List.of("0"),
        Database.rows("select count(*) from observation where record_id = '" + id + "'"));
    repair();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
  }

  @Test
  void aRefreshWithoutItsEventStoresNothing() throws SQLException {
    String id = Bodies.freshId();
    new Vendor().answers(id, Vendor.ok(Bodies.of("nested", id)));
    fillDisk();

    assertRefused(Api.refresh(id));

    assertEquals(
        List.of("0"),
        Database.rows("select count(*) from observation where record_id = '" + id + "'"));
  }

  /** Its problem says what is still stored. */
  @Test
  void aVendorThatFailsIsNoReasonToTellWhatIsStored() throws SQLException {
    String id = stored();
    new Vendor().answers(id, Vendor.status(500, "{}"));
    Api.refresh(id).then().statusCode(503).body("stored.observation", equalTo(1));
    fillDisk();

    assertRefused(Api.refresh(id));
  }

  @Test
  void aDatabaseThatGoesHalfWayLetsNothingOut() throws SQLException {
    String id = stored();
    onInsert("perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5)");

    assertRefused(Api.read(id, ""));
    assertRefused(Api.read(id, "/observations/1"));

    repair();
    Api.read(id, "").then().statusCode(200);
  }

  private static long toldFailures() throws SQLException {
    return Long.parseLong(
        Database.rows("select coalesce(sum(events), 0) from access_failure").get(0));
  }

  private static void fillDisk() throws SQLException {
    onInsert("raise exception 'no space left' using errcode = '53100'");
  }

  private static void onInsert(String statement) throws SQLException {
    Database.execute(
        "create or replace function stumble() returns trigger language plpgsql as $$ begin "
            + statement
            + "; return new; end $$");
    Database.execute(
        "create trigger stumble before insert on access_event"
            + " for each row execute function stumble()");
  }

  private static void assertRefused(Response response) {
    response
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("5"))
        .header("ETag", nullValue())
        .header("Repr-Digest", nullValue())
        .header("Link", nullValue())
        .body("type", equalTo("https://livenessledger.io/problems/audit-unavailable"))
        .body(not(containsString(CLIENT)));
  }

  private static String stored() {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.of("nested", id)).then().statusCode(201);
    return id;
  }
}
