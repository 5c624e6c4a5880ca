package io.livenessledger.record;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.Vendor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What we knew then (RFC 7089): by our storing time. */
@LedgerTest
class TimeTravelTest {
  @Inject TestClock clock;

  private final String id = Bodies.freshId();
  private final List<Instant> storedAt = new ArrayList<>();

  /** new, completed, gone, back as it was. */
  @BeforeEach
  void storeAHistory() {
    new Vendor()
        .answers(
            id,
            Vendor.ok(Bodies.small(id, "new")),
            Vendor.ok(Bodies.small(id, "completed")),
            Vendor.absent(),
            Vendor.ok(Bodies.small(id, "completed")));
    for (int i = 0; i < 4; i++) {
      storedAt.add(Instant.parse(refresh(id).path("observation.storedAt")));
    }
  }

  @Test
  void aRecordIsReadAsItWasKnown() {
    asOf(storedAt.get(0))
        .then()
        .body("status", equalTo("new"))
        .body("freshness.revision", equalTo(1));
    asOf(storedAt.get(1))
        .then()
        .body("status", equalTo("completed"))
        .body("freshness.observation", equalTo(2))
        .body("freshness.upstream", equalTo("PRESENT"))
        .body("freshness.ageSeconds", equalTo(0));
    asOf(storedAt.get(2))
        .then()
        .body("status", equalTo("completed"))
        .body("freshness.upstream", equalTo("GONE"));
    asOf(storedAt.get(3)).then().body("freshness.upstream", equalTo("PRESENT"));
    asOf(storedAt.get(1).minusMillis(1)).then().body("status", equalTo("new"));
  }

  @Test
  void aMementoSaysWhatItIs() {
    Response memento = asOf(storedAt.get(1));

    memento
        .then()
        .statusCode(200)
        .header("Memento-Datetime", http(storedAt.get(1)))
        .header("Vary", nullValue());
    String links = String.join(", ", memento.headers().getValues("Link"));
    assertTrue(links.contains("<" + RECORDS + "/" + id + ">; rel=\"original timegate\""), links);
    assertTrue(links.contains("<" + RECORDS + "/" + id + "/timemap>; rel=\"timemap\""), links);
  }

  @Test
  void aDateIsNegotiated() {
    Response memento =
        as("viewer").header("Accept-Datetime", http(storedAt.get(3))).get(RECORDS + "/" + id);

    memento
        .then()
        .statusCode(200)
        .header("Vary", containsString("Accept-Datetime"))
        .header("Content-Location", containsString("?asOf="))
        .body("freshness.observation", equalTo(4));
    as("viewer")
        .get(memento.header("Content-Location"))
        .then()
        .statusCode(200)
        .body("freshness.observation", equalTo(4));
  }

  @Test
  void beforeTheFirstObservationNothingWasKnown() {
    asOf(storedAt.get(0).minusMillis(1))
        .then()
        .statusCode(404)
        .body("type", endsWith("/record-not-found"))
        .body("detail", containsString("its first observation was stored later"));
    as("viewer")
        .header("Accept-Datetime", "Sat, 01 Jan 2022 00:00:00 GMT")
        .get(RECORDS + "/" + id)
        .then()
        .statusCode(404);
  }

  @Test
  void whatIsNoInstantOfThePastIsRefused() {
    for (String wrong :
        List.of("yesterday", "2026-13-01T00:00:00Z", "2999-01-01T00:00:00Z", "2026-01-01")) {
      read(id, "?asOf=" + wrong)
          .then()
          .statusCode(400)
          .body("type", endsWith("/invalid-parameter"))
          .body("errors[0].parameter", equalTo("asOf"));
    }
    as("viewer")
        .header("Accept-Datetime", "2026-01-01T00:00:00Z")
        .get(RECORDS + "/" + id)
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("Accept-Datetime"));
  }

  @Test
  void anEarlierStateHasItsOwnTag() {
    String tag = asOf(storedAt.get(0)).header("ETag");

    as("viewer")
        .header("If-None-Match", tag)
        .get(RECORDS + "/" + id + "?asOf=" + storedAt.get(0))
        .then()
        .statusCode(304)
        .header("Memento-Datetime", http(storedAt.get(0)));
    assertEquals(false, tag.equals(asOf(storedAt.get(1)).header("ETag")));
  }

  @Test
  void theTimemapLeadsToEveryState() {
    Response map = read(id, "/timemap");

    map.then().statusCode(200).contentType("application/link-format");
    List<String> mementos =
        map.asString().lines().filter(line -> line.contains("rel=\"memento\"")).toList();
    assertEquals(4, mementos.size());
    for (int i = 0; i < 4; i++) {
      String address = mementos.get(i).substring(1, mementos.get(i).indexOf('>'));
      as("viewer")
          .get(address)
          .then()
          .statusCode(200)
          .body("freshness.observation", equalTo(i + 1));
      assertTrue(mementos.get(i).contains("datetime=\"" + http(storedAt.get(i)) + "\""));
    }
  }

  @Test
  void aLongTimemapGoesOn() {
    String first = read(id, "/timemap?pageSize=3").asString();
    String next =
        first.lines().filter(l -> l.contains("rel=\"timemap\"")).findFirst().orElseThrow();

    String second = as("viewer").get(next.substring(1, next.indexOf('>'))).asString();

    assertEquals(3, first.lines().filter(l -> l.contains("rel=\"memento\"")).count());
    assertEquals(1, second.lines().filter(l -> l.contains("rel=\"memento\"")).count());
  }

  /** A replica whose clock is behind must not write into the past. */
  @Test
  void storingTimesOfARecordGoOneWay() {
    clock.advance(Duration.ofMinutes(-5));
    try {
      refresh(id).then().statusCode(200);
    } finally {
      clock.advance(Duration.ofMinutes(5));
    }

    Instant last = Instant.parse(read(id, "/observations/5").path("storedAt"));
    assertEquals(storedAt.get(3), last);
  }

  private Response asOf(Instant instant) {
    return read(id, "?asOf=" + instant);
  }

  private static String http(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME
        .format(instant.atOffset(ZoneOffset.UTC))
        .replaceFirst(", (\\d) ", ", 0$1 ");
  }
}
