package io.livenessledger.verifik;

import static io.livenessledger.testkit.Api.refresh;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Metrics;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One test, since a breaker is open for all: closed, open, and closed again. */
@LedgerTest
@TestProfile(BreakerTest.SmallWindow.class)
class BreakerTest {
  private static final int WINDOW = 6;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private final Vendor vendor = new Vendor();

  @Test
  void aVendorThatIsDownIsNotCalledUntilItMayBeUpAgain() {
    notFoundAndOther4xxDoNotCount();
    assertEquals(1, inState("CLOSED"));
    open();
    assertEquals(1, inState("OPEN"));
    assertEquals(0, inState("CLOSED"));

    String spared = Bodies.freshId();
    vendor.answers(spared, Vendor.ok(Bodies.small(spared, "new")));
    refresh(spared).then().statusCode(503).body("type", endsWith("/vendor-unavailable"));
    assertEquals(0, vendor.requests(spared));

    await().atMost(Api.patience()).until(() -> refresh(spared).statusCode() == 201);
    assertEquals(1, vendor.requests(spared));
    assertEquals(1, inState("CLOSED"));
  }

  private double inState(String state) {
    return new Metrics(metrics).sum("ledger_vendor_breaker_state", "state=\"" + state + "\"");
  }

  private void notFoundAndOther4xxDoNotCount() {
    for (int i = 0; i < 2 * WINDOW; i++) {
      String id = Bodies.freshId();
      vendor.answers(id, i % 2 == 0 ? Vendor.absent() : Vendor.status(409, "{}"));
      refresh(id);
      assertEquals(1, vendor.requests(id));
    }
  }

  private void open() {
    for (int tries = 0; tries < WINDOW; tries += 3) {
      String id = Bodies.freshId();
      vendor.answers(id, Vendor.status(500, "{}"));
      refresh(id).then().statusCode(503);
    }
  }

  /** A breaker that opens soon and not for long. */
  public static class SmallWindow implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ledger.vendor.breaker.tries", String.valueOf(WINDOW),
          "ledger.vendor.breaker.delay", "PT2S",
          "ledger.vendor.breaker.successes", "1");
    }
  }
}
