package io.livenessledger.vendor;

import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.TokenFromFile.FILE;
import static io.livenessledger.testkit.TokenFromFile.PREVIOUS;
import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.Background;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Logged;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.TokenFromFile;
import io.livenessledger.testkit.Vendor;
import io.livenessledger.testkit.VendorTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renewal from the first request to the vendor to the end of the old token. */
@LedgerTest
@TestProfile(TokenFromFile.class)
class TokenRenewalTest {
  @Inject TokenRenewal renewal;
  @Inject Background background;
  @Inject TestClock clock;

  @TestHTTPResource(value = "/health/ready", management = true)
  URI ready;

  private final Vendor vendor = new Vendor();
  private String old;
  private String next;

  @BeforeEach
  void putATokenThatIsAboutToExpire() throws IOException {
    clock.advance(Duration.ofDays(2)); // past every pause that another test left
    Files.deleteIfExists(PREVIOUS);
    old = TokenFromFile.put(token(6));
    next = token(30);
  }

  @Test
  void aTokenThatIsAboutToExpireIsRenewedAndTheOldOneKeptUntilTheNewOneWorks() throws IOException {
    vendor.renews(old, Vendor.renewed(next));

    look();
    assertEquals(List.of(next, old), List.of(read(), Files.readString(PREVIOUS).strip()));
    for (var path : List.of(FILE, PREVIOUS)) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }
    look();
    assertTrue(Files.exists(PREVIOUS), "it has not worked yet");

    assertEquals("Bearer " + next, fetched(404));
    look();
    assertFalse(Files.exists(PREVIOUS));
    assertEquals(next, read());
    assertEquals(1, vendor.renewals(old));
    assertTrue(told().startsWith("renewed at "), told());
  }

  @Test
  void aNewTokenThatIsRejectedGivesWayToTheOldOne() throws IOException {
    vendor.renews(old, Vendor.renewed(next));
    look();
    assertEquals("Bearer " + next, fetched(401));

    List<String> log = Logged.during(this::look);

    assertEquals(old, read());
    assertFalse(Files.exists(PREVIOUS));
    assertTrue(log.toString().contains("the one before is in use again"), log.toString());
    assertTrue(told().contains("the one before is in use again"), told());
    assertEquals("Bearer " + old, fetched(404));
    look();
    assertEquals(1, vendor.renewals(old), "not asked again at once");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureLeavesTheTokenAndIsTriedAgainAfterAnHour(String body, int status, String why)
      throws IOException {
    String answer = body.replace("OLD", old).replace("EARLIER", token(5));
    vendor.renews(old, Vendor.status(status, answer));

    look();
    clock.advance(Duration.ofMinutes(59));
    look();
    assertEquals(1, vendor.renewals(old));
    assertTrue(told().contains(why), told());
    assertEquals(old, read());
    assertFalse(Files.exists(PREVIOUS));

    vendor.renews(old, Vendor.renewed(next));
    clock.advance(Duration.ofMinutes(1));
    look();
    assertEquals(next, read());
  }

  static Stream<Object[]> failures() {
    String noToken = "the vendor's answer holds no token";
    return Stream.of(
        new Object[] {"{}", 500, "the vendor answered 500"},
        new Object[] {"{}", 401, "the vendor answered 401"},
        new Object[] {"", 200, noToken},
        new Object[] {"<html>", 200, noToken},
        new Object[] {"{\"accessToken\":7}", 200, noToken},
        new Object[] {"{\"accessToken\":\"two words\"}", 200, noToken},
        new Object[] {"{\"accessToken\":\"opaque\"}", 200, noToken},
        new Object[] {"{\"accessToken\":\"OLD\"}", 200, "expires no later"},
        new Object[] {"{\"accessToken\":\"EARLIER\"}", 200, "expires no later"},
        new Object[] {" ".repeat(1 << 17), 200, "does not end"});
  }

  @Test
  void aTokenThatLastsIsLeftAlone() {
    String lasting = TokenFromFile.put(token(8));

    look();

    assertEquals(0, vendor.renewals(lasting));
  }

  @Test
  void whileAnotherReplicaHoldsTheLeaseNothingIsDone() throws Exception {
    vendor.renews(old, Vendor.renewed(next));
    hold("another replica", "1 hour");
    look();
    assertEquals(0, vendor.renewals(old));

    hold("another replica", "-1 hour");
    look();
    assertEquals(next, read());
  }

  @Test
  void noTokenReachesTheLog() {
    vendor.renews(old, Vendor.renewed(next));
    List<String> log =
        Logged.during(
            () -> {
              look();
              fetched(401);
              look();
              clock.advance(Duration.ofHours(1));
              vendor.renews(old, Vendor.ok("{\"accessToken\":\"" + next + " \""));
              look();
            });

    assertTrue(log.toString().contains("was renewed"), log.toString());
    assertTrue(log.toString().contains("holds no token"), log.toString());
    for (String secret : List.of(old, next)) {
      assertFalse(log.toString().contains(secret), log.toString());
      assertFalse(
          log.toString().contains(secret.substring(secret.indexOf('.') + 1)), log.toString());
    }
  }

  private void look() {
    background.run(renewal::looked).await().atMost(Api.patience());
  }

  /** Has a record fetched; the token that was sent. */
  private String fetched(int status) {
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.status(status, "{}"));
    refresh(id);
    return vendor.sent(id, "Authorization").get(0);
  }

  private String told() {
    return given()
        .get(ready)
        .then()
        .statusCode(200)
        .extract()
        .path("checks.find { it.name == 'vendor token renewal' }.data.last");
  }

  private static void hold(String holder, String interval) throws SQLException {
    Database.execute(
        "insert into lease values ('vendor-token', '%s', 1, clock_timestamp() + interval '%s')"
                .formatted(holder, interval)
            + " on conflict (name) do update set holder = excluded.holder,"
            + " token = lease.token + 1, expires_at = excluded.expires_at");
  }

  private static String read() throws IOException {
    return Files.readString(FILE).strip();
  }

  private String token(int days) {
    return VendorTokens.expiring(clock.instant().plus(Duration.ofDays(days)));
  }
}
