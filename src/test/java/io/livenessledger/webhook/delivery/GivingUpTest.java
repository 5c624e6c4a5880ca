package io.livenessledger.webhook.delivery;

import static io.livenessledger.testkit.ReceiverResource.ONBOARDING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Receiver;
import io.livenessledger.testkit.Receiver.Answer;
import io.livenessledger.testkit.Receiver.Received;
import io.livenessledger.testkit.ReceiverResource;
import io.livenessledger.testkit.TestClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A receiver that fails for longer than anybody tries; by the service's clock, with its numbers.
 */
@LedgerTest
@QuarkusTestResource(value = ReceiverResource.class, restrictToAnnotatedClass = true)
@TestProfile(OwnDatabase.class)
class GivingUpTest {
  private static final String WEBHOOK = "/v1/webhooks/" + ONBOARDING;

  @Inject TestClock clock;

  Receiver receiver;

  @BeforeEach
  void places() {
    Receiver.awaitPlaces(ONBOARDING);
  }

  private final String id = Bodies.freshId();

  @BeforeEach
  void everythingIsDelivered() {
    await().atMost(Api.patience()).until(() -> Api.as("operator").get(WEBHOOK).statusCode() == 200);
    Log.published();
    await().atMost(Api.patience()).untilAsserted(() -> webhook().body("lag", equalTo(0)));
  }

  @Test
  void aWebhookThatFailsForADayIsPausedAndResumedWithoutLoss() {
    receiver.answers(
        ONBOARDING, IntStream.range(0, 4).mapToObj(i -> Answer.FAILURE).toArray(Answer[]::new));
    submit(id);
    fails(1);
    webhook().body("state", equalTo("ACTIVE")).body("nextTryAt", notNullValue());
    Instant first = Instant.parse(webhook().extract().path("failingSince"));

    clock.advance(Duration.ofHours(12));
    fails(2);
    clock.advance(Duration.ofHours(11));
    fails(3);
    webhook()
        .body("state", equalTo("ACTIVE"))
        .body("failingSince", equalTo(first.toString()))
        .body("lag", equalTo(1));
    clock.advance(Duration.ofHours(1).plusMinutes(1));
    fails(4);
    webhook().body("state", equalTo("PAUSED")).body("pausedBecause", equalTo("FAILING"));

    clock.advance(Duration.ofDays(1));
    String later = Bodies.freshId();
    submit(later);
    Log.published();
    webhook().body("lag", equalTo(2));
    assertEquals(4, having(id).size());
    Api.as("operator").post(WEBHOOK + "/resume").then().statusCode(200);
    await().atMost(Api.patience()).until(() -> !having(later).isEmpty());

    assertEquals(1, having(id).stream().map(Received::id).distinct().count());
    assertEquals(5, having(id).size());
    await()
        .atMost(Api.patience())
        .untilAsserted(
            () ->
                webhook()
                    .body("lag", equalTo(0))
                    .body("failedAttempts", equalTo(0))
                    .body("failingSince", nullValue())
                    .body("nextTryAt", nullValue()));
  }

  @Test
  void aReceiverThatIsGoneIsNotCalledAgain() {
    receiver.answers(ONBOARDING, Answer.GONE);
    submit(id);
    await()
        .atMost(Api.patience())
        .untilAsserted(() -> webhook().body("pausedBecause", equalTo("GONE")));
    webhook().body("lastDelivery.outcome", equalTo("GONE")).body("lag", equalTo(1));

    Api.as("operator").post(WEBHOOK + "/resume").then().statusCode(200);
    await().atMost(Api.patience()).until(() -> having(id).size() == 2);
  }

  /** Another replica's clock does not matter: what is due is in the database. */
  @Test
  void nothingIsTriedBeforeItsTime() {
    receiver.answers(ONBOARDING, Answer.FAILURE);
    submit(id);
    fails(1);

    Instant next = Instant.parse(webhook().extract().path("nextTryAt"));
    Instant began = Instant.parse(webhook().extract().path("lastDelivery.at"));

    Duration pause = Duration.between(began, next);
    assertTrue(pause.compareTo(Duration.ofSeconds(5)) >= 0, () -> "tries again after " + pause);
    assertTrue(pause.compareTo(Duration.ofSeconds(9)) < 0, () -> "tries again after " + pause);
    clock.advance(Duration.ofSeconds(10));
    await().atMost(Api.patience()).until(() -> having(id).size() == 2);
  }

  private static void submit(String id) {
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
  }

  private static void fails(int times) {
    await()
        .atMost(Api.patience())
        .untilAsserted(() -> webhook().body("failedAttempts", equalTo(times)));
  }

  private static ValidatableResponse webhook() {
    return Api.as("operator").get(WEBHOOK).then().statusCode(200);
  }

  private List<Received> having(String record) {
    return receiver.received(ONBOARDING).stream().filter(m -> m.body().contains(record)).toList();
  }
}
