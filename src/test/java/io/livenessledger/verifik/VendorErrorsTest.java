package io.livenessledger.verifik;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.Vendor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The error table of VERIFIK.md: what each row becomes, and how many requests it costs. */
@LedgerTest
class VendorErrorsTest {
  private static final String SUSPENDED = "{\"code\":\"Whatever\"}";

  @Inject TestClock clock;

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  /** What was demanded, or said of the token, holds for tests that run later, too. */
  @AfterEach
  void letTheVendorBeAskedAgain() throws SQLException {
    Vendor.forgetDemands();
    vendor.acceptsAgain(clock);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "400 | {\"success\":false,\"error\":\"Invalid query parameters\",\"code\":\"INVALID_PARAMETERS\"} | vendor-rejected | 502",
        "401 | {\"error\":\"Protected resource, use Authorization header to get access\"} | vendor-token-rejected | 502",
        "401 | {\"code\":\"Unauthorized\",\"message\":\"Invalid or expired token.\",\"signature\":{}} | vendor-token-rejected | 502",
        "402 | {} | vendor-rejected | 502",
        "403 | {} | vendor-token-rejected | 502",
        "404 | {\"error\":\"Document liveness not found\",\"message\":\"DOCUMENT_LIVENESS_NOT_FOUND\"} | vendor-record-not-found | 404",
        "404 | {\"message\":\"Record not found.\",\"code\":\"NotFound\"} | vendor-record-not-found | 404",
        "409 | {\"code\":\"MissingParameter\",\"message\":\"missing Authorization header\"} | vendor-rejected | 502",
        "412 | {} | vendor-rejected | 502",
        "413 | {\"error\":\"Image too large\",\"message\":\"IMAGE_TOO_LARGE\"} | vendor-rejected | 502",
        "422 | {} | vendor-rejected | 502",
        "302 | <a href=elsewhere> | vendor-rejected | 502",
      })
  void whatTryingAgainCannotMendIsTriedOnce(int status, String body, String code, int answer) {
    vendor.answers(id, Vendor.status(status, body).withHeader("Location", "/v2/elsewhere"));

    problem(refresh(id), code, answer);

    assertEquals(1, vendor.requests(id));
  }

  @Test
  void aRejectionWhoseBodyBreaksOffIsStillARejection() {
    vendor.answers(id, Vendor.status(401, "{").withHeader("Content-Length", "1000"));

    problem(refresh(id), "vendor-token-rejected", 502);

    assertEquals(1, vendor.requests(id));
  }

  @ParameterizedTest
  @CsvSource({
    "500, vendor-unavailable",
    "502, vendor-unavailable",
    "503, vendor-unavailable",
    "504, vendor-unavailable",
    "429, vendor-rate-limited"
  })
  void whatMayPassIsTriedThreeTimes(int status, String code) {
    vendor.answers(id, Vendor.status(status, SUSPENDED));

    Response answer = refresh(id);

    problem(answer, code, 503);
    assertTrue(Integer.parseInt(answer.header("Retry-After")) >= 1);
    assertEquals(3, vendor.requests(id));
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void aBrokenConnectionIsTriedThreeTimes(Fault fault) {
    vendor.answers(id, aResponse().withStatus(200).withFault(fault));

    problem(refresh(id), "vendor-unavailable", 503);

    assertEquals(3, vendor.requests(id));
  }

  @Test
  void aVendorThatDoesNotAnswerInTimeIsATimeout() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")).withFixedDelay(3000));

    problem(refresh(id), "vendor-timeout", 504);

    assertEquals(3, vendor.requests(id));
  }

  @Test
  void anAnswerThatDripsInIsATimeoutToo() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")).withChunkedDribbleDelay(5, 4000));

    problem(refresh(id), "vendor-timeout", 504);
  }

  @Test
  void theResetThatStandsOnEveryAnswerDoesNotKeepAFailureFromBeingTriedAgain() {
    String reset = String.valueOf(clock.instant().plusSeconds(300).getEpochSecond());
    vendor.answers(id, Vendor.status(500, "{}").withHeader("X-RateLimit-Reset", reset));

    problem(refresh(id), "vendor-unavailable", 503);

    assertEquals(3, vendor.requests(id));
  }

  @Test
  void anAbsurdDemandToWaitIsNotPassedOn() {
    vendor.answers(id, Vendor.status(429, "{}").withHeader("Retry-After", "9999999999"));

    assertEquals("86400", refresh(id).header("Retry-After"));
  }

  @Test
  void aTryThatSucceedsAfterFailuresIsTheAnswer() {
    vendor.answers(
        id,
        Vendor.status(500, "{}"),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        Vendor.ok(Bodies.small(id, "new")));

    refresh(id).then().statusCode(201).body("observation.number", equalTo(1));

    assertEquals(3, vendor.requests(id));
  }

  @Test
  void aShortDemandToWaitIsObeyed() {
    vendor.answers(
        id,
        Vendor.status(429, "{}").withHeader("Retry-After", "1"),
        Vendor.ok(Bodies.small(id, "new")));

    long start = System.nanoTime();
    refresh(id).then().statusCode(201);

    assertTrue(System.nanoTime() - start >= Duration.ofSeconds(1).toNanos());
    assertEquals(2, vendor.requests(id));
  }

  @Test
  void aLongDemandToWaitIsPassedOnAndNotTriedAgain() {
    vendor.answers(id, Vendor.status(429, "{}").withHeader("Retry-After", "120"));

    Response answer = refresh(id);

    problem(answer, "vendor-rate-limited", 503);
    assertEquals("120", answer.header("Retry-After"));
    assertEquals(1, vendor.requests(id));
  }

  @Test
  void theResetOfTheRateLimitIsADemandToWait() {
    long reset = clock.instant().plusSeconds(300).getEpochSecond();
    vendor.answers(
        id, Vendor.status(429, "{}").withHeader("X-RateLimit-Reset", String.valueOf(reset)));

    Response answer = refresh(id);

    int wait = Integer.parseInt(answer.header("Retry-After"));
    assertTrue(wait > 240 && wait <= 300, "Retry-After " + wait);
    assertEquals(1, vendor.requests(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'' | EMPTY",
        "<html><body>Bad gateway</body></html> | NOT_JSON",
        "{\"data\":{\"_id\": | NOT_JSON",
        "[1,2] | NOT_AN_OBJECT",
        "\"text\" | NOT_AN_OBJECT",
        "{\"success\":true} | NO_DATA",
        "{\"data\":null} | NO_DATA",
        "{\"data\":[]} | DATA_NOT_AN_OBJECT",
        "{\"data\":{\"_id\":\"another\"}} | WRONG_RECORD_ID",
        "{\"data\":{}} | NO_RECORD_ID",
      })
  void a2xxThatIsNotTheRecordIsUnreadableAfterOneRequest(String body, String reason) {
    vendor.answers(id, Vendor.ok(body.equals("''") ? "" : body));

    Response answer = refresh(id);

    problem(answer, "vendor-answer-unreadable", 502);
    assertTrue(answer.jsonPath().getString("detail").contains(reason), answer.asString());
    assertEquals(1, vendor.requests(id));
    read(id, "/observations/1").then().statusCode(200).body("outcome", equalTo("UNREADABLE"));
  }

  @Test
  void aFailureStoresNothing() {
    vendor.answers(id, Vendor.status(500, "{}"));

    refresh(id);

    assertNull(read(id, "/observations").jsonPath().get("items"));
  }

  private static void problem(Response answer, String code, int status) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith("/" + code))
        .body("status", equalTo(status));
  }
}
