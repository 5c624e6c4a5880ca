package io.livenessledger.verifik;

import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Metrics;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of the vendor, and what came of them, are counted. */
@LedgerTest
class VendorMetricsTest {
  private static final String CALLS = "ledger_vendor_calls_seconds_count";
  private static final String OBSERVATIONS = "ledger_observations_total";
  private static final String FAILURES = "ledger_fetch_failures_total";

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Inject TestClock clock;

  private final Vendor vendor = new Vendor();

  @AfterEach
  void letTheVendorBeAskedAgain() throws SQLException {
    Vendor.forgetDemands();
    vendor.acceptsAgain(clock);
  }

  @Test
  void everyTryIsCountedByHowItEnded() throws SQLException {
    String id = Bodies.freshId();
    counted("ANSWERED", id, Vendor.ok(Bodies.small(id, "new")));
    counted("ANSWERED", Bodies.freshId(), Vendor.ok("not a record"));
    counted("ABSENT", Bodies.freshId(), Vendor.absent());
    counted("REJECTED", Bodies.freshId(), Vendor.status(409, "{}"));
    counted("FAILED", Bodies.freshId(), Vendor.status(500, "{}"));
    counted(
        "UNREACHABLE", Bodies.freshId(), Vendor.ok("").withFault(Fault.CONNECTION_RESET_BY_PEER));
    counted("TIMED_OUT", Bodies.freshId(), Vendor.ok("").withFixedDelay(3000));
    counted(
        "RATE_LIMITED", Bodies.freshId(), Vendor.status(429, "{}").withHeader("Retry-After", "9"));
    Vendor.forgetDemands();
    counted("TOKEN_REJECTED", Bodies.freshId(), Vendor.status(401, "{}"));
  }

  private void counted(String result, String id, ResponseDefinitionBuilder answer) {
    Metrics numbers = new Metrics(metrics);
    double before = numbers.sum(CALLS, label("result", result));
    double all = numbers.sum(CALLS);
    vendor.answers(id, answer);

    refresh(id);

    int tries = vendor.requests(id);
    assertTrue(tries > 0, result);
    assertEquals(before + tries, numbers.sum(CALLS, label("result", result)), result);
    assertEquals(all + tries, numbers.sum(CALLS), result);
  }

  @Test
  void whatIsAppendedIsCountedOnceByItsCauseAndItsResult() {
    Metrics numbers = new Metrics(metrics);
    String refresh = label("trigger", "REFRESH");
    String submitted = label("trigger", "SUBMITTED");
    double before = numbers.sum(OBSERVATIONS);
    double created = numbers.sum(OBSERVATIONS, refresh, label("result", "NEW"));
    double changed = numbers.sum(OBSERVATIONS, submitted, label("result", "CHANGED"));
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));

    refresh(id).then().statusCode(201);
    submit(id, Bodies.small(id, "completed"));
    submit(id, Bodies.small(id, "completed"));

    assertEquals(created + 1, numbers.sum(OBSERVATIONS, refresh, label("result", "NEW")));
    assertEquals(changed + 1, numbers.sum(OBSERVATIONS, submitted, label("result", "CHANGED")));
    assertEquals(before + 2, numbers.sum(OBSERVATIONS), "the same submission again is none");
  }

  @Test
  void fetchesThatEndInAProblemAreCountedByIt() {
    Metrics numbers = new Metrics(metrics);
    String refresh = label("trigger", "REFRESH");
    String problem = label("problem", "vendor-rejected");
    double before = numbers.sum(FAILURES, refresh, problem);
    double all = numbers.sum(FAILURES);
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.status(422, "{}"));

    refresh(id).then().statusCode(502);

    assertEquals(before + 1, numbers.sum(FAILURES, refresh, problem));
    assertEquals(all + 1, numbers.sum(FAILURES));
  }

  private static String label(String name, String value) {
    return name + "=\"" + value + "\"";
  }
}
