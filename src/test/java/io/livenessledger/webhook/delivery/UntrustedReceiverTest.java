package io.livenessledger.webhook.delivery;

import static io.livenessledger.testkit.ReceiverResource.ONBOARDING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Receiver;
import io.livenessledger.testkit.ReceiverResource;
import io.livenessledger.webhook.PromptRetries;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

/** Somebody who has the receiver's address, and no certificate of it. */
@LedgerTest
@QuarkusTestResource(
    value = ReceiverResource.class,
    initArgs = @ResourceArg(name = ReceiverResource.TRUSTED, value = "false"),
    restrictToAnnotatedClass = true)
@TestProfile(PromptRetries.class)
class UntrustedReceiverTest {
  private static final String WEBHOOK = "/v1/webhooks/" + ONBOARDING;

  Receiver receiver;

  @Test
  void whoCannotProveToBeTheReceiverGetsNothing() {
    await().atMost(Api.patience()).until(() -> Api.as("operator").get(WEBHOOK).statusCode() == 200);
    String id = Bodies.freshId();
    Api.submit(id, Bodies.small(id, "new")).then().statusCode(201);

    await()
        .atMost(Api.patience())
        .untilAsserted(
            () ->
                Api.as("operator")
                    .get(WEBHOOK)
                    .then()
                    .body("lastDelivery.outcome", equalTo("UNTRUSTED"))
                    .body("lastDelivery.status", nullValue()));

    assertEquals(0, receiver.received(ONBOARDING).size());
  }
}
