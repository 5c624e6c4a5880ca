package io.livenessledger.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Metrics;
import io.livenessledger.testkit.OwnDatabase;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Calls and lost events are counted, for the infrastructure. */
@LedgerTest
@TestProfile(OwnDatabase.class)
class EventMetricsTest {
  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void answersAreCountedByWhatWasDoneAndHowItEnded() {
    String id = Bodies.freshId();
    double submitted = counted("ledger_access_events_total", "SUBMIT_OBSERVATION", "ALLOWED");
    double read = counted("ledger_access_events_total", "READ_RECORD", "ALLOWED");
    double denied = counted("ledger_access_events_total", "READ_RECORD", "DENIED");

    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    Api.read(id, "").then().statusCode(200);
    Api.anonymous().get(Api.RECORDS + "/" + id).then().statusCode(401);

    assertEquals(
        submitted + 1, counted("ledger_access_events_total", "SUBMIT_OBSERVATION", "ALLOWED"));
    assertEquals(read + 1, counted("ledger_access_events_total", "READ_RECORD", "ALLOWED"));
    assertEquals(denied + 1, counted("ledger_access_events_total", "READ_RECORD", "DENIED"));
  }

  @Test
  void eventsThatCannotBeWrittenAreCountedAsFailuresAndNotAsAnswers() throws SQLException {
    double failures = counted("ledger_access_failures_total");
    double denied = counted("ledger_access_events_total", "LIST_RECORDS", "DENIED");
    Database.execute("alter table access_event add constraint never check (false) not valid");
    try {
      Api.anonymous().get(Api.RECORDS).then().statusCode(503);
    } finally {
      Database.execute("alter table access_event drop constraint never");
    }

    assertEquals(failures + 1, counted("ledger_access_failures_total"));
    assertEquals(denied, counted("ledger_access_events_total", "LIST_RECORDS", "DENIED"));
  }

  private double counted(String name, String... labels) {
    return new Metrics(metrics).sum(name, labels);
  }
}
