package io.livenessledger.search;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.ReplicaResource;
import io.livenessledger.testkit.VendorResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Populations are read from a replica, which may be behind and says so. */
@QuarkusTest
@QuarkusTestResource(value = ReplicaResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = VendorResource.class, restrictToAnnotatedClass = true)
@TestProfile(OwnDatabase.class)
class ReadReplicaTest {
  ReplicaResource replica;

  @Test
  void aSearchSaysHowFarTheReplicaIsBehind() throws SQLException {
    String id = stored();
    await()
        .atMost(Api.patience())
        .until(() -> as("viewer").get(RECORDS + "?status=new").asString().contains(id));

    replica.replays(false);
    try {
      String later = stored();
      as("viewer").get(RECORDS + "/" + later).then().statusCode(200);
      String found = as("viewer").get(RECORDS).asString();
      assertTrue(found.contains(id) && !found.contains(later));
      await()
          .atMost(Api.patience())
          .until(
              () -> new BigDecimal(as("viewer").get(RECORDS).header("Replica-Lag")).signum() > 0);
    } finally {
      replica.replays(true);
    }
  }

  /** Whoever asks by ids asks for what is, as whoever reads one. */
  @Test
  void aLookupIsNeverBehind() throws SQLException {
    replica.replays(false);
    try {
      String id = stored();
      as("viewer")
          .contentType("application/json")
          .body("{\"ids\":[\"" + id + "\"]}")
          .post(RECORDS + "/lookup")
          .then()
          .statusCode(200)
          .body("found.id", contains(id));
    } finally {
      replica.replays(true);
    }
  }

  /** Nothing that it has not received is missing to a replica: it says that it is not behind. */
  @Test
  void aReplicaThatIsCutOffIsBehind() throws Exception {
    replica.receives(false);
    try {
      stored();
      await()
          .atMost(Api.patience())
          .until(
              () -> new BigDecimal(as("viewer").get(RECORDS).header("Replica-Lag")).signum() > 0);
    } finally {
      replica.receives(true);
    }
  }

  /** An export waits for it: what was stored before is in it. */
  @Test
  void anExportMissesNothing() {
    for (int i = 0; i < 5; i++) {
      String id = stored();
      String export = as("auditor").get("/v1/exports/document-liveness").asString();
      assertTrue(export.contains(id), export);
    }
  }

  @Test
  void statisticsAndExportsSayHowFarTheReplicaIsBehind() {
    for (String path : List.of("/v1/exports/document-liveness", RECORDS + "/statistics")) {
      as("auditor").get(path).then().statusCode(200).header("Replica-Lag", notNullValue());
    }
  }

  @Test
  void anExportThatCannotBeWholeIsNone() throws SQLException {
    replica.replays(false);
    try {
      stored();
      for (String query : List.of("", "?asOf=2026-01-01T00:00:00Z")) {
        as("auditor")
            .get("/v1/exports/document-liveness" + query)
            .then()
            .statusCode(503)
            .body("type", equalTo("https://livenessledger.io/problems/store-unavailable"));
      }
    } finally {
      replica.replays(true);
    }
  }

  private static String stored() {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    return id;
  }
}
