package io.livenessledger.webhook;

import static io.livenessledger.testkit.ReceiverResource.ADDRESS_SECRET;
import static io.livenessledger.testkit.ReceiverResource.ARCHIVE;
import static io.livenessledger.testkit.ReceiverResource.ONBOARDING;
import static io.livenessledger.testkit.ReceiverResource.ONE_CLIENT;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.Receiver;
import io.livenessledger.testkit.Receiver.Answer;
import io.livenessledger.testkit.Receiver.Received;
import io.livenessledger.testkit.ReceiverResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of webhooks, and does about them. */
@LedgerTest
@QuarkusTestResource(value = ReceiverResource.class, restrictToAnnotatedClass = true)
@TestProfile(PromptRetries.class)
class WebhookResourceTest {
  private static final String WEBHOOKS = "/v1/webhooks";
  private static final String PROBLEMS = "https://livenessledger.io/problems/";

  Receiver receiver;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private String id;

  @BeforeEach
  void deliverOne() {
    id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);
    await().atMost(Api.patience()).until(() -> !having(ONBOARDING).isEmpty());
    Log.published();
    upToDate(ONBOARDING);
    upToDate(ARCHIVE);
  }

  @Test
  void theListSaysHowFarEachIsAndNothingBehindItsHost() {
    String list = Api.as("operator").get(WEBHOOKS).then().statusCode(200).extract().asString();

    JsonPath all = JsonPath.from(list);
    assertEquals(List.of(ARCHIVE, ONBOARDING, ONE_CLIENT), all.getList("items.name"));
    assertEquals(List.of("localhost", "localhost", "localhost"), all.getList("items.host"));
    assertEquals(List.of("client-a"), all.getList("items[2].clients"));
    assertFalse(list.contains(ADDRESS_SECRET) || list.contains("whsec_"), list);
    String token = Api.as("operator").get(WEBHOOKS + "?pageSize=2").path("nextPageToken");
    Api.as("operator")
        .get(WEBHOOKS + "?pageSize=2&pageToken=" + token)
        .then()
        .body("items.name", equalTo(List.of(ONE_CLIENT)))
        .body("nextPageToken", nullValue());
  }

  @Test
  void oneSaysHowItsLastDeliveryEnded() {
    String end = Api.as("viewer").get("/v1/changes?pageSize=500").path("next");

    webhook(ONBOARDING)
        .body("state", equalTo("ACTIVE"))
        .body("position", equalTo(end))
        .body("lag", equalTo(0))
        .body("failedAttempts", equalTo(0))
        .body("failingSince", nullValue())
        .body("lastDelivery.outcome", equalTo("DELIVERED"))
        .body("lastDelivery.status", equalTo(204))
        .body("lastDelivery.upTo", equalTo(end))
        .body("lastDelivery.messageId", equalTo(having(ONBOARDING).get(0).id()));
  }

  @Test
  void deliveriesArePagedNewestFirst() {
    String address = WEBHOOKS + "/" + ONBOARDING + "/deliveries?pageSize=1";
    String second = Bodies.freshId();
    Api.submit(second, Bodies.small(second, "new")).then().statusCode(201);
    Log.published();
    upToDate(ONBOARDING);

    JsonPath newest = Api.as("operator").get(address).then().statusCode(200).extract().jsonPath();
    JsonPath before =
        Api.as("operator")
            .get(address + "&pageToken=" + newest.getString("nextPageToken"))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertTrue(newest.getLong("items[0].number") > before.getLong("items[0].number"));
    assertEquals(newest.getString("items[0].after"), before.getString("items[0].upTo"));
    assertEquals(having(ONBOARDING).get(0).id(), before.getString("items[0].messageId"));
  }

  @Test
  void aReplayDeliversAgainUnderOtherIds() {
    String after = webhook(ONBOARDING).extract().path("lastDelivery.after");
    String firstId = having(ONBOARDING).get(0).id();

    does(ONBOARDING, "replay?after=" + after).statusCode(200).body("lag", greaterThan(0));
    Api.as("auditor")
        .get("/v1/access-events?action=REPLAY_WEBHOOK&pageSize=1")
        .then()
        .body("items[0].filter", equalTo("after=" + after + "&name=" + ONBOARDING))
        .body("items[0].subject", equalTo("operator"));
    await().atMost(Api.patience()).until(() -> having(ONBOARDING).size() == 2);

    assertNotEquals(firstId, having(ONBOARDING).get(1).id());
    upToDate(ONBOARDING);
  }

  @Test
  void aReplayCountsMoreThanTheMessageThatIsOnItsWay() {
    receiver.answers(ONBOARDING, Answer.HELD);
    String held = Bodies.freshId();
    Api.submit(held, Bodies.small(held, "new")).then().statusCode(201);
    await().atMost(Api.patience()).until(() -> having(ONBOARDING, held).size() == 1);
    String position = webhook(ONBOARDING).extract().path("position");

    does(ONBOARDING, "replay?after=" + position).statusCode(200);
    receiver.release();
    await().atMost(Api.patience()).until(() -> having(ONBOARDING, held).size() == 2);

    List<Received> both = having(ONBOARDING, held);
    assertNotEquals(both.get(0).id(), both.get(1).id());
    upToDate(ONBOARDING);
  }

  @Test
  void aReplayWithoutAPlaceIsOfAll() {
    int before = receiver.received(ARCHIVE).size();
    List<String> first = receiver.received(ARCHIVE).get(0).changes("cursor");

    does(ARCHIVE, "replay").statusCode(200);
    await().atMost(Api.patience()).until(() -> receiver.received(ARCHIVE).size() > before);

    assertEquals(
        first.get(0), receiver.received(ARCHIVE).get(before).<String>changes("cursor").get(0));
    upToDate(ARCHIVE);
  }

  @Test
  void aReplayDoesNotSkipWhatWasNotDelivered() {
    does(ONBOARDING, "pause").statusCode(200);
    String position = webhook(ONBOARDING).extract().path("position");
    String next = Bodies.freshId();
    Api.submit(next, Bodies.small(next, "new")).then().statusCode(201);
    Log.published();
    String end = Api.as("viewer").get("/v1/changes?after=" + position).path("next");

    does(ONBOARDING, "replay?after=" + end)
        .statusCode(409)
        .body("type", equalTo(PROBLEMS + "conflict"));
    webhook(ONBOARDING).body("position", equalTo(position)).body("lag", equalTo(1));

    does(ONBOARDING, "resume").statusCode(200);
    upToDate(ONBOARDING);
    assertTrue(receiver.received(ONBOARDING).toString().contains(next));
  }

  @Test
  void whoIsPausedGetsNothingAndThenAll() {
    does(ONBOARDING, "pause")
        .statusCode(200)
        .body("state", equalTo("PAUSED"))
        .body("pausedBecause", equalTo("OPERATOR"));
    String held = Bodies.freshId();
    Api.submit(held, Bodies.small(held, "new")).then().statusCode(201);
    Log.published();
    // The others have it, so it would have had it too
    upToDate(ARCHIVE);
    upToDate(ARCHIVE);
    assertFalse(receiver.received(ONBOARDING).toString().contains(held));
    awaitMetric("ledger_webhook_paused{webhook=\"onboarding\"} 1.0");

    does(ONBOARDING, "resume")
        .statusCode(200)
        .body("state", equalTo("ACTIVE"))
        .body("pausedBecause", nullValue());
    upToDate(ONBOARDING);
    assertTrue(receiver.received(ONBOARDING).toString().contains(held));
    awaitMetric("ledger_webhook_lag{webhook=\"onboarding\"} 0.0");
  }

  @Test
  void whatIsNotThereOrNotRightIsAProblem() {
    for (String call : List.of("replay", "pause", "resume")) {
      does("nobody", call).statusCode(404).body("type", equalTo(PROBLEMS + "not-found"));
    }
    for (String below : List.of("", "/deliveries")) {
      Api.as("operator").get(WEBHOOKS + "/nobody" + below).then().statusCode(404);
    }
    does(ONBOARDING, "replay?after=nonsense")
        .statusCode(400)
        .body("type", equalTo(PROBLEMS + "invalid-page-token"));
    does(ONBOARDING, "replay?before=AQAAAAAAAAAA")
        .statusCode(400)
        .body("errors[0].parameter", equalTo("before"));
    does(ONBOARDING, "pause?until=tomorrow").statusCode(400);
    Api.as("operator").get(WEBHOOKS + "?pageSize=0").then().statusCode(400);
    webhook(ONBOARDING).body("state", equalTo("ACTIVE")).body("position", notNullValue());
  }

  private static ValidatableResponse webhook(String name) {
    return Api.as("operator").get(WEBHOOKS + "/" + name).then().statusCode(200);
  }

  private static ValidatableResponse does(String name, String call) {
    return Api.as("operator").post(WEBHOOKS + "/" + name + "/" + call).then();
  }

  private static void upToDate(String name) {
    await().atMost(Api.patience()).untilAsserted(() -> webhook(name).body("lag", equalTo(0)));
  }

  private void awaitMetric(String line) {
    await().atMost(Api.patience()).until(() -> given().get(metrics).asString().contains(line));
  }

  private List<Received> having(String webhook) {
    return having(webhook, id);
  }

  private List<Received> having(String webhook, String record) {
    return receiver.received(webhook).stream().filter(m -> m.body().contains(record)).toList();
  }
}
