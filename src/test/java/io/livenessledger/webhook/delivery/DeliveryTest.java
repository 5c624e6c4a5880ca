package io.livenessledger.webhook.delivery;

import static io.livenessledger.testkit.ReceiverResource.ADDRESS_SECRET;
import static io.livenessledger.testkit.ReceiverResource.ARCHIVE;
import static io.livenessledger.testkit.ReceiverResource.CLIENT;
import static io.livenessledger.testkit.ReceiverResource.ONBOARDING;
import static io.livenessledger.testkit.ReceiverResource.ONE_CLIENT;
import static io.livenessledger.testkit.ReceiverResource.SECOND_SECRET;
import static io.livenessledger.testkit.ReceiverResource.SECRET;
import static io.livenessledger.testkit.ReceiverResource.SECRET_FILE;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.Logged;
import io.livenessledger.testkit.Receiver;
import io.livenessledger.testkit.Receiver.Answer;
import io.livenessledger.testkit.Receiver.Received;
import io.livenessledger.testkit.ReceiverResource;
import io.livenessledger.webhook.PromptRetries;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a change to a receiver, whatever the receiver does. */
@LedgerTest
@QuarkusTestResource(value = ReceiverResource.class, restrictToAnnotatedClass = true)
@TestProfile(PromptRetries.class)
class DeliveryTest {
  private static final int WRITERS = 4;
  private static final int RECORDS = 5;
  private static final int CONTENTS = 4;

  private static final String TABLE =
      "select record_id || ' ' || change || ' ' || revision || ' ' || observation"
          + " from record_change join record_change_leaf using (entry) order by leaf_index";

  Receiver receiver;

  @BeforeEach
  void places() {
    Receiver.awaitPlaces(ARCHIVE, ONBOARDING, ONE_CLIENT);
  }

  @Test
  void aReceiverThatFailsForAWhileGetsEveryChangeInOrderAndSigned() throws Exception {
    int before = receiver.received(ARCHIVE).size();
    receiver.answers(
        ARCHIVE,
        Stream.of("FAILURE RESET SILENCE FAILURE OK RESET OK OK SILENCE RESET FAILURE OK FAILURE")
            .flatMap(text -> Stream.of(text.split(" ")))
            .map(Answer::valueOf)
            .toArray(Answer[]::new));

    writeConcurrently();
    Log.published();
    List<String> all = Database.rows(TABLE);
    assertTrue(all.size() >= WRITERS * RECORDS * CONTENTS, () -> all.size() + " changes");
    await()
        .atMost(Api.patience())
        .untilAsserted(() -> assertEquals(all, told(once(receiver.received(ARCHIVE)).values())));

    assertTrue(receiver.hasAnswered(ARCHIVE), "it failed as often as it was told");
    List<Received> messages = receiver.received(ARCHIVE);
    for (Received message : messages.subList(before, messages.size())) {
      message.verify(SECRET);
    }
    await()
        .atMost(Api.patience())
        .untilAsserted(() -> assertEquals(messages.size(), attempts(ARCHIVE).size()));
    assertTrue(
        attempts(ARCHIVE).containsAll(List.of("DELIVERED", "REFUSED", "TIMED_OUT", "UNREACHABLE")),
        () -> String.valueOf(attempts(ARCHIVE)));
  }

  /** By id, in the order of their first arrival; a repeat must be the same to the letter. */
  private static Map<String, Received> once(List<Received> messages) {
    Map<String, Received> byId = new LinkedHashMap<>();
    for (Received message : messages) {
      Received before = byId.putIfAbsent(message.id(), message);
      assertEquals(message.body(), before == null ? message.body() : before.body());
    }
    return byId;
  }

  private static List<String> told(Collection<Received> messages) {
    List<String> told = new ArrayList<>();
    for (Received message : messages) {
      List<Map<String, Object>> changes = message.changes("findAll { it }");
      changes.forEach(
          c ->
              told.add(
                  String.join(
                      " ",
                      Stream.of("recordId", "change", "revision", "observation")
                          .map(member -> String.valueOf(c.get(member)))
                          .toList())));
    }
    return told;
  }

  /** Several write each record, so that they wait for each other. */
  private static void writeConcurrently() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      String name = "writer-" + writer;
      writers.add(threads.submit(() -> write(name)));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    threads.shutdown();
  }

  private static void write(String name) {
    for (int content = 0; content < CONTENTS; content++) {
      for (int record = 0; record < RECORDS; record++) {
        String id = "shared-" + record;
        assertTrue(Api.submit(id, Bodies.small(id, name + content)).statusCode() < 300);
      }
    }
  }

  @Test
  void aMessageHasIdsAndLinksAndNothingElse() throws IOException {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.of("nested", id)).then().statusCode(201);

    JsonNode body = new ObjectMapper().readTree(awaited(ONBOARDING, id).body());

    assertEquals("document-liveness.changed", body.path("type").asText());
    assertEquals(Set.of("data", "timestamp", "type"), names(body));
    assertEquals(Set.of("changes"), names(body.path("data")));
    JsonNode change = body.path("data").path("changes").get(0);
    assertEquals(
        Set.of(
            "change",
            "cursor",
            "leafIndex",
            "links",
            "observation",
            "observedAt",
            "recordId",
            "revision",
            "storedAt"),
        names(change));
    assertEquals("/v1/document-liveness/" + id, change.path("links").path("record").asText());
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new HashSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aWebhookOfAClientIsToldOfItsRecordsAlone() throws Exception {
    String theirs = submitted("client-b");
    String mine = submitted(CLIENT);

    Received message = awaited(ONE_CLIENT, mine);

    message.verify(SECRET);
    message.verify(SECOND_SECRET);
    awaited(ONBOARDING, theirs);
    assertFalse(receiver.received(ONE_CLIENT).toString().contains(theirs));
    assertFalse(
        receiver.received(ONE_CLIENT).stream().anyMatch(m -> m.changes("cursor").isEmpty()));
  }

  @Test
  void anotherSecretInTheFileSignsTheNextMessage() throws Exception {
    Files.writeString(SECRET_FILE, SECOND_SECRET);
    try {
      Received message = awaited(ARCHIVE, submitted("client-b"));
      message.verify(SECOND_SECRET);
      assertThrows(WebhookVerificationException.class, () -> message.verify(SECRET));

      Files.delete(SECRET_FILE);
      awaited(ARCHIVE, submitted("client-b")).verify(SECOND_SECRET);
    } finally {
      Files.writeString(SECRET_FILE, SECRET);
    }
  }

  @Test
  void aRedirectIsARefusal() throws SQLException {
    receiver.answers(ONBOARDING, Answer.REDIRECT);
    String id = submitted("client-b");

    await().atMost(Api.patience()).until(() -> having(ONBOARDING, id).size() == 2);

    assertEquals(List.of(), receiver.received("elsewhere"));
    String message = having(ONBOARDING, id).get(0).id();
    await()
        .atMost(Api.patience())
        .untilAsserted(
            () ->
                assertEquals(
                    List.of("REFUSED|303|1", "DELIVERED|204|2"),
                    Database.rows(
                        "select outcome, status, attempt from webhook_delivery where message_id = '"
                            + message
                            + "' order by number")));
  }

  /** As when the sender ends between the receiver's answer and its commit. */
  @Test
  void anAnswerThatIsNotCommittedIsRepeatedUnderTheSameId() throws SQLException {
    receiver.answers(ONBOARDING, Answer.HELD);
    String id = submitted("client-b");
    awaited(ONBOARDING, id);
    Database.execute(
        "update lease set holder = 'another replica', token = token + 1,"
            + " expires_at = clock_timestamp() + interval '2 seconds'"
            + " where name = 'webhook-onboarding'");
    receiver.release();

    await().atMost(Api.patience()).until(() -> having(ONBOARDING, id).size() == 2);

    List<Received> twice = having(ONBOARDING, id);
    assertEquals(twice.get(0).id(), twice.get(1).id());
    assertEquals(twice.get(0).body(), twice.get(1).body());
    await()
        .atMost(Api.patience())
        .untilAsserted(
            () ->
                assertEquals(
                    List.of("DELIVERED"),
                    Database.rows(
                        "select outcome from webhook_delivery where message_id = '"
                            + twice.get(0).id()
                            + "'")));
  }

  @Test
  void neitherAddressNorSecretIsLogged() {
    receiver.answers(ONBOARDING, Answer.FAILURE, Answer.RESET, Answer.SILENCE);
    String id = Bodies.freshId();

    List<String> log =
        Logged.during(
            () -> {
              Api.submit(id, Bodies.small(id, "new"));
              await().atMost(Api.patience()).until(() -> having(ONBOARDING, id).size() == 4);
            });

    assertTrue(log.toString().contains("was not delivered (REFUSED 500)"), log.toString());
    assertFalse(log.toString().contains(ADDRESS_SECRET), log.toString());
    assertFalse(log.toString().contains("whsec_"), log.toString());
    assertFalse(log.toString().contains(id), log.toString());
  }

  @Test
  void theLogOfDeliveriesIsAppendOnly() {
    for (String change :
        List.of("update webhook_delivery set millis = 0", "delete from webhook_delivery")) {
      SQLException refused = assertThrows(SQLException.class, () -> Database.execute(change));
      assertTrue(refused.getMessage().contains("append-only"), refused.getMessage());
    }
    assertDoesNotThrow(() -> Database.execute("update webhook set attempts = attempts"));
  }

  private static String submitted(String client) {
    String id = Bodies.freshId();
    Api.submit(id, "{\"data\":{\"_id\":\"" + id + "\",\"client\":\"" + client + "\"}}")
        .then()
        .statusCode(201);
    return id;
  }

  /** The first message about this record. */
  private Received awaited(String webhook, String id) {
    await().atMost(Api.patience()).until(() -> !having(webhook, id).isEmpty());
    return having(webhook, id).get(0);
  }

  private List<Received> having(String webhook, String id) {
    return receiver.received(webhook).stream().filter(m -> m.body().contains(id)).toList();
  }

  private static List<String> attempts(String webhook) {
    try {
      return Database.rows(
          "select outcome from webhook_delivery where webhook = '" + webhook + "'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
