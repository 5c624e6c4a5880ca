package io.livenessledger.refresh;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.HeldAnswer;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.Tokens;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas that are asked to refresh one record at the same time. */
class RefreshReplicasIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path directory;

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final String id = Bodies.freshId();

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  @Test
  void theOtherReplicaHasTheAnswerOfTheFirst() throws Exception {
    try (HeldAnswer held = new HeldAnswer(200, Bodies.small(id, "new"));
        Packaged first = Packaged.start(directory, settings("shared", held))) {
      first.url();
      try (Packaged second = Packaged.start(directory, settings(held))) {
        second.url();
        Future<Response> fetching = callers.submit(() -> refresh(first));
        await().atMost(PATIENCE).until(held::isAskedFor);
        Future<Response> waiting = callers.submit(() -> refresh(second));
        await().atMost(PATIENCE).until(() -> isWaiting(second));

        held.release();

        for (Response answer : new Response[] {fetching.get(), waiting.get()}) {
          answer
              .then()
              .statusCode(201)
              .body("result", equalTo("NEW"))
              .body("observation.number", equalTo(1));
        }
        assertEquals(1, held.asked());
      }
    }
  }

  @Test
  void whoeverWaitsForAReplicaThatIsKilledFetchesItself() throws Exception {
    try (HeldAnswer held = new HeldAnswer(200, Bodies.small(id, "new"));
        Packaged first = Packaged.start(directory, settings("killed", held))) {
      first.url();
      try (Packaged second = Packaged.start(directory, settings(held))) {
        second.url();
        Future<Response> cutOff = callers.submit(() -> refresh(first));
        await().atMost(PATIENCE).until(held::isAskedFor);
        Future<Response> waiting = callers.submit(() -> refresh(second));
        await().atMost(PATIENCE).until(() -> isWaiting(second));

        long killed = System.nanoTime();
        first.signal("KILL");
        await().atMost(PATIENCE).until(() -> held.asked() == 2);
        Duration takeover = Duration.ofNanos(System.nanoTime() - killed);
        held.release();

        waiting.get().then().statusCode(201).body("observation.number", equalTo(1));
        assertThrows(ExecutionException.class, cutOff::get);
        assertTrue(takeover.compareTo(Duration.ofSeconds(20)) < 0, "takeover took " + takeover);
      }
    }
  }

  private Map<String, String> database;

  private Map<String, String> settings(String name, HeldAnswer vendor) throws Exception {
    database = Packaged.settings(TestDatabase.fresh(name));
    return settings(vendor);
  }

  /** On the same database. */
  private Map<String, String> settings(HeldAnswer vendor) {
    Map<String, String> settings = new HashMap<>(database);
    settings.put("quarkus.rest-client.verifik.url", vendor.url());
    settings.put("ledger.vendor.timeout", "PT1M");
    return settings;
  }

  private Response refresh(Packaged replica) {
    Tokens tokens = Packaged.tokens();
    return given()
        .baseUri(replica.url())
        .auth()
        .oauth2(tokens.sign(tokens.claims("operator")))
        .header("Access-Purpose", "test")
        .post("/v1/document-liveness/" + id + "/refresh");
  }

  private static boolean isWaiting(Packaged replica) {
    return given()
        .baseUri(replica.managementUrl())
        .get("/q/metrics")
        .asString()
        .contains("ledger_refresh_waiting 1.0");
  }
}
