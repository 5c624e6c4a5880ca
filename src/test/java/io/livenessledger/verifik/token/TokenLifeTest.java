package io.livenessledger.verifik.token;

import static io.livenessledger.testkit.Api.refresh;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Logged;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.TokenFromFile;
import io.livenessledger.testkit.Vendor;
import io.livenessledger.testkit.VendorTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a token's end looks like from outside, whether it comes in time or too early. */
@LedgerTest
@TestProfile(TokenFromFile.class)
class TokenLifeTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject TestClock clock;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private final Vendor vendor = new Vendor();
  private Instant start;
  private String token;

  @BeforeEach
  void putAToken() throws IOException {
    start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Files.deleteIfExists(TokenFromFile.PREVIOUS);
    token = TokenFromFile.put(VendorTokens.expiring(in(30)));
  }

  @Test
  void aRejectedTokenIsSparedAllFetchesButOneAMinuteUntilItWorks() {
    assertEquals(1, fetched(401));
    assertEquals(0, fetched(200));

    clock.advance(MINUTE);
    assertEquals(1, fetched(401), "the probe");
    assertEquals(0, fetched(200));

    clock.advance(MINUTE);
    assertEquals(1, fetched(500), "a probe is tried once");
    assertEquals(0, fetched(200));

    clock.advance(MINUTE);
    assertEquals(1, fetched(404), "it works again");
    assertEquals(1, fetched(200));
  }

  @Test
  void ofConcurrentFetchesOneIsTheProbe() {
    fetched(401);
    clock.advance(MINUTE);

    List<CompletableFuture<Integer>> fetches =
        IntStream.range(0, 12)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> fetched(401)))
            .toList();

    assertEquals(1, fetches.stream().mapToInt(CompletableFuture::join).sum());
  }

  @Test
  void whoIsNotAskedIsToldWhy() {
    fetched(401);

    refresh(Bodies.freshId())
        .then()
        .statusCode(502)
        .body("type", equalTo("https://livenessledger.io/problems/vendor-token-rejected"))
        .body("detail", containsString("was not asked"));
  }

  @Test
  void aNewTokenIsTriedAtOnce() {
    fetched(401);
    String next = TokenFromFile.put(VendorTokens.expiring(in(30)));
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));

    refresh(id).then().statusCode(201);

    assertEquals(List.of("Bearer " + next), vendor.sent(id, "Authorization"));
  }

  @Test
  void anAccountThatIsRefusedIsNoRejectedToken() {
    assertEquals(1, fetched(403));
    assertEquals(1, fetched(402));
    assertEquals(1, fetched(200));
  }

  @Test
  void readinessSaysWhenItExpiresAndWhatToDoOnceItIsRejected() {
    assertEquals(in(30).toString(), readiness().getString("'token expires'"));
    assertEquals(29, readiness().getInt("'days left'"));
    assertNull(readiness().get("action"));

    fetched(401);
    assertTrue(readiness().getString("action").contains("has rejected the token since"));

    clock.advance(MINUTE);
    fetched(200);
    assertNull(readiness().get("action"));
  }

  @Test
  void readinessSaysWhatToDoInTheLastDaysAndAfterThem() {
    TokenFromFile.put(VendorTokens.expiring(in(3)));
    assertEquals(2, readiness().getInt("'days left'"));
    assertTrue(readiness().getString("action").contains("expires at " + in(3) + ", in 2 days"));

    TokenFromFile.put(VendorTokens.expiring(in(-1)));
    assertEquals(-2, readiness().getInt("'days left'"));
    assertTrue(readiness().getString("action").contains("has expired at"));
  }

  @Test
  void aFileThatVanishesIsToldAndItsTokenStaysInUse() throws IOException {
    readiness();
    Files.delete(TokenFromFile.FILE);
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.absent());

    refresh(id).then().statusCode(404);

    assertEquals(List.of("Bearer " + token), vendor.sent(id, "Authorization"));
    assertEquals("cannot be read (NoSuchFileException)", readiness().getString("'token file'"));
  }

  @Test
  void theDaysThatAreLeftAreAMetric() {
    TokenFromFile.put(VendorTokens.expiring(in(2)));

    double left = Double.parseDouble(daysLeft());
    assertTrue(left > 1.9 && left < 2, daysLeft());

    clock.advance(Duration.ofDays(3));
    assertTrue(Double.parseDouble(daysLeft()) < -1, daysLeft());
  }

  @Test
  void noTokenReachesLogReadinessOrMetrics() {
    List<String> log =
        Logged.during(
            () -> {
              Stream.of(200, 401, 200).forEach(this::fetched);
              TokenFromFile.put("half-a-token");
              fetched(200);
            });

    assertTrue(log.stream().anyMatch(line -> line.contains("rejects our token")), log.toString());
    assertTrue(log.stream().anyMatch(line -> line.contains("holds a part")), log.toString());
    String told = log + given().get(ready).asString() + given().get(metrics).asString();
    assertFalse(told.contains(token), told);
    assertFalse(told.contains("half-a-token"), told);
  }

  /** Fetches a record that nobody else fetches; how often the vendor was asked for it. */
  private int fetched(int status) {
    String id = Bodies.freshId();
    ResponseDefinitionBuilder answer =
        status == 200 ? Vendor.ok(Bodies.small(id, "new")) : Vendor.status(status, "{}");
    vendor.answers(id, answer);
    refresh(id);
    return vendor.requests(id);
  }

  private JsonPath readiness() {
    return given()
        .get(ready)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .setRootPath("checks.find { it.name == 'vendor configuration' }.data");
  }

  private String daysLeft() {
    return given()
        .get(metrics)
        .asString()
        .lines()
        .filter(line -> line.startsWith("ledger_vendor_token_days_left "))
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .findFirst()
        .orElseThrow();
  }

  /** Counted from the start of the test. */
  private Instant in(int days) {
    return start.plus(Duration.ofDays(days));
  }
}
