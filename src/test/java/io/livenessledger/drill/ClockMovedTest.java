package io.livenessledger.drill;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerCheck;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.drill.DrillVendor;
import io.livenessledger.testkit.drill.Load;
import io.livenessledger.testkit.drill.Onlooker;
import io.livenessledger.testkit.drill.Told.Acknowledged;
import io.livenessledger.testkit.drill.Verdict;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program's clock jumps by hours and days, forwards and back, while everybody works. */
@LedgerTest
@TestProfile(OwnDatabase.class)
@Tag("drill")
class ClockMovedTest {
  private static final List<Duration> JUMPS =
      List.of(Duration.ofHours(3), Duration.ofHours(-5), Duration.ofDays(2), Duration.ofDays(-3));

  private static final String BACK_IN_A_RECORD =
      """
      select record_id from (
        select record_id, stored_at < lag(stored_at) over (partition by record_id order by number) as back
          from observation) o where back
      """;
  private static final String BACK_IN_THE_LOG =
      """
      select number from (
        select number, published_at < lag(published_at) over (order by number) as back
          from ledger_checkpoint) c where back
      """;
  private static final String GAPS =
      """
      select r.id from record r join observation o on o.record_id = r.id
       group by r.id, r.last_number having r.last_number <> count(*) or r.last_number <> max(o.number)
      """;

  private static final String STORED =
      "select record_id, number, 'sha-256=:' || encode(body_digest, 'base64') || ':' from observation";

  @Inject TestClock clock;

  private final Onlooker onlooker = new Onlooker();
  private Duration ahead = Duration.ZERO;

  @AfterEach
  void setRight() {
    clock.advance(ahead.negated());
  }

  @Test
  void nothingStoredGoesBackInTimeAndNobodyIsRefused() throws Exception {
    String here = "http://localhost:" + RestAssured.port;
    String operator = Base64.getEncoder().encodeToString("operator:operator".getBytes(UTF_8));
    try (DrillVendor vendor = new DrillVendor()) {
      everythingIsAskedOf(vendor);
      try (Load load = new Load(vendor, "Basic " + operator, here)) {
        load.acknowledges(50);
        for (Duration jump : JUMPS) {
          move(jump);
          load.acknowledges(50);
          onlooker.looksAt(here);
          requireSenseOfTime(load.acknowledged().get(0).id());
        }
        load.ends();
        Verdict.onlyAllowedFailures(load, false);
        requireStored(load.acknowledged());
      }
    }
    assertEquals(List.of(), Database.rows(BACK_IN_A_RECORD));
    assertEquals(List.of(), Database.rows(GAPS));
    Log.published();
    assertEquals(List.of(), Database.rows(BACK_IN_THE_LOG));
    assertEquals("PASSED", LedgerCheck.run().get("state"));
    onlooker.leaves(here, onlooker.looksAt(here));
  }

  /** A list that was begun is good for a day, by whatever the clock says. */
  @Test
  void aPageTokenIsGoodAgainWhenTheClockIsRightAgain() {
    for (String id : List.of("one", "two")) {
      Api.submit(id, "{\"data\":{\"_id\":\"" + id + "\"}}").then().statusCode(201);
    }
    String next = page(null).then().statusCode(200).extract().path("nextPageToken");

    move(Duration.ofHours(25));
    page(next).then().statusCode(400).body("type", endsWith("/invalid-page-token"));
    move(Duration.ofHours(-27));
    page(next).then().statusCode(200).body("items", notNullValue());
  }

  private static io.restassured.response.Response page(String token) {
    var request = Api.as("viewer").queryParam("pageSize", 1);
    return (token == null ? request : request.queryParam("pageToken", token)).get(Api.RECORDS);
  }

  private void move(Duration jump) {
    clock.advance(jump);
    ahead = ahead.plus(jump);
  }

  /** What was stored in the future is not of a negative age. */
  private static void requireSenseOfTime(String id) {
    Api.read(id, "").then().statusCode(200).body("freshness.ageSeconds", greaterThanOrEqualTo(0));
  }

  /** That their bodies are what was committed to, the check says. */
  private static void requireStored(List<Acknowledged> acknowledged) throws SQLException {
    Set<String> stored = Set.copyOf(Database.rows(STORED));
    List<String> lost =
        acknowledged.stream()
            .map(a -> a.id() + "|" + a.number() + "|" + a.bodyDigest())
            .filter(one -> !stored.contains(one))
            .toList();
    assertEquals(List.of(), lost);
  }

  private static void everythingIsAskedOf(DrillVendor vendor) {
    URI stub =
        URI.create(
            ConfigProvider.getConfig().getValue("quarkus.rest-client.verifik.url", String.class));
    new WireMock(stub.getHost(), stub.getPort())
        .register(any(anyUrl()).willReturn(aResponse().proxiedFrom(vendor.url())));
  }
}
