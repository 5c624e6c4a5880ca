package io.livenessledger.webhook;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.Receiver;
import io.livenessledger.testkit.Receiver.Answer;
import io.livenessledger.testkit.Receiver.Received;
import io.livenessledger.testkit.ReceiverResource;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.Tokens;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas that deliver, and end in the middle of it. */
class WebhookReplicasIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir Path directory;

  /** The worst moment: the receiver has answered 2xx, and the answer is not committed. */
  @Test
  void aReplicaThatIsKilledBeforeItsCommitIsFollowedWithTheSameMessage() throws Exception {
    TestDatabase database = TestDatabase.fresh("webhook");
    try (Receiver receiver = new Receiver()) {
      Map<String, String> settings = settings(database, receiver);
      receiver.answers("one", Answer.HELD);
      try (Packaged first = Packaged.start(directory, settings)) {
        submit(first, "r-1");
        await().atMost(PATIENCE).until(() -> receiver.received("one").size() == 1);
        try (Packaged second = Packaged.start(directory, settings);
            Connection owner = database.connect(Role.OWNER);
            Statement statement = owner.createStatement()) {
          second.url();
          owner.setAutoCommit(false);
          statement.execute("select from webhook for no key update");
          receiver.release();
          await().atMost(PATIENCE).until(() -> isWaiting(database));

          first.signal("KILL");
          await().atMost(PATIENCE).until(() -> !first.isAlive());
          owner.rollback();
          long killed = System.nanoTime();
          submit(second, "r-2");
          await().atMost(PATIENCE).until(() -> having(receiver, "r-2").size() == 1);

          Duration takeover = Duration.ofNanos(System.nanoTime() - killed);
          assertTrue(takeover.compareTo(Duration.ofSeconds(30)) < 0, "takeover took " + takeover);
          List<Received> repeated = having(receiver, "r-1");
          assertEquals(2, repeated.size());
          assertEquals(repeated.get(0).id(), repeated.get(1).id());
          assertEquals(repeated.get(0).body(), repeated.get(1).body());
          repeated.get(1).verify(ReceiverResource.SECRET);
          assertEquals(repeated.get(1), receiver.received("one").get(1), "first what came first");
        }
      }
    }
  }

  @Test
  void aWebhookThatIsNotInOrderIsNamedInOneLine() throws Exception {
    TestDatabase database = TestDatabase.fresh("webhook");
    try (Receiver receiver = new Receiver()) {
      Map<String, String> settings = settings(database, receiver);
      settings.put("ledger.webhook.allowed-hosts", "hooks.example.com");
      try (Packaged program = Packaged.start(directory, settings)) {
        assertEquals(1, program.exitCode());
        String output = program.output();
        assertTrue(output.contains("ledger.webhook.endpoints.one.url its host is none of"), output);
        assertFalse(program.printedAStackTrace(), output);
        assertFalse(output.contains("whsec_"), output);
      }
    }
  }

  private static Map<String, String> settings(TestDatabase database, Receiver receiver)
      throws Exception {
    Map<String, String> settings = new HashMap<>(Packaged.settings(database));
    settings.putAll(receiver.trust());
    settings.put("ledger.webhook.allowed-hosts", "localhost");
    settings.put("ledger.webhook.endpoints.one.url", receiver.url("one"));
    settings.put("ledger.webhook.endpoints.one.secret", ReceiverResource.SECRET);
    settings.put("ledger.webhook.endpoints.one.from", "BEGINNING");
    settings.put("ledger.webhook.timeout", "PT1M");
    return settings;
  }

  private static void submit(Packaged replica, String id) {
    Tokens tokens = Packaged.tokens();
    given()
        .baseUri(replica.url())
        .auth()
        .oauth2(tokens.sign(tokens.claims("operator")))
        .contentType("application/json")
        .body(Bodies.small(id, "new"))
        .post("/v1/document-liveness/" + id + "/observations")
        .then()
        .statusCode(201);
  }

  /** Whether a commit of the outcome waits for the row that the test holds. */
  private static boolean isWaiting(TestDatabase database) throws SQLException {
    try (Connection owner = database.connect(Role.SUPERUSER);
        Statement statement = owner.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select from pg_stat_activity where wait_event_type = 'Lock'"
                    + " and query like 'update webhook%'")) {
      return found.next();
    }
  }

  private static List<Received> having(Receiver receiver, String id) {
    return receiver.received("one").stream()
        .filter(message -> message.body().contains("\"" + id + "\""))
        .toList();
  }
}
