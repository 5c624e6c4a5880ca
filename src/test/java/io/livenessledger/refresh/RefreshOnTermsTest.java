package io.livenessledger.refresh;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.Vendor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a caller can ask for beside the vendor's answer: less than it, or something in its place.
 */
@LedgerTest
class RefreshOnTermsTest {
  @Inject TestClock clock;

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @Test
  void aYoungRecordIsAnsweredFromTheStore() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));
    refresh(id);

    refreshWith("ifOlderThan", "PT10M")
        .then()
        .statusCode(200)
        .body("result", equalTo("UNCHANGED"))
        .body("observation.number", equalTo(1));
    assertEquals(1, vendor.requests(id));

    clock.advance(Duration.ofMinutes(11));
    refreshWith("ifOlderThan", "PT10M").then().body("observation.number", equalTo(2));
    assertEquals(2, vendor.requests(id));
  }

  @Test
  void aRecordReadsAsStaleWhenItsLatestFetchIsOld() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));
    refresh(id);
    read(id, "").then().body("freshness.state", equalTo("FRESH"));

    clock.advance(Duration.ofHours(25));

    read(id, "")
        .then()
        .body("freshness.state", equalTo("STALE"))
        .body("freshness.ageSeconds", greaterThanOrEqualTo(25 * 3600));
  }

  @Test
  void aVendorFailureSaysWhatIsStoredAndHowOldItIs() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")), Vendor.status(500, "{}"));
    refresh(id);

    refresh(id)
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("type", endsWith("/vendor-unavailable"))
        .body("detail", containsString("Still stored: observation 1"))
        .body("stored.observation", equalTo(1))
        .body("stored.revision", equalTo(1))
        .body("stored.upstream", equalTo("PRESENT"))
        .body("stored.ageSeconds", greaterThanOrEqualTo(0));
  }

  @Test
  void onRequestAVendorFailureIsAnsweredFromTheStoreAsStale() {
    vendor.answers(
        id, Vendor.ok(Bodies.small(id, "new")), Vendor.status(401, "{}"), Vendor.ok("[]"));
    refresh(id);

    refreshWith("onError", "stored")
        .then()
        .statusCode(200)
        .body("record.freshness.state", equalTo("STALE"))
        .body("observation.number", equalTo(1));
    clock.advance(Duration.ofMinutes(1)); // by then a rejected token is tried again
    refreshWith("onError", "stored")
        .then()
        .statusCode(200)
        .body("result", equalTo("UNREADABLE"))
        .body("record.freshness.state", equalTo("STALE"))
        .body("observation.number", equalTo(2));
    read(id, "").then().body("freshness.state", equalTo("FRESH"));
  }

  @Test
  void withNothingStoredAVendorFailureStaysOne() {
    vendor.answers(id, Vendor.status(401, "{}"));

    refreshWith("onError", "stored")
        .then()
        .statusCode(502)
        .body("type", endsWith("/vendor-token-rejected"))
        .body("stored", nullValue());
    vendor.acceptsAgain(clock);
  }

  @ParameterizedTest
  @CsvSource({
    "ifOlderThan, 10 minutes",
    "ifOlderThan, -PT1S",
    "ifOlderThan, ''",
    "ifOlderThan, PT9999999999999H",
    "onError, maybe",
    "onError, ''",
    "force, true"
  })
  void aParameterThatIsNotUnderstoodIsRefusedBeforeTheVendorIsCalled(String name, String value) {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));

    refreshWith(name, value)
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"))
        .body("errors[0].parameter", equalTo(name));
    assertEquals(0, vendor.requests(id));
  }

  private Response refreshWith(String parameter, String value) {
    return as("operator").queryParam(parameter, value).post(RECORDS + "/" + id + "/refresh");
  }
}
