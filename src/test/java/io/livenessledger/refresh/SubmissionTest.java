package io.livenessledger.refresh;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class SubmissionTest {
  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @Test
  void aCapturedAnswerIsStoredByteForByteAndNotMistakenForAFetch() {
    String body = Bodies.of("post", id);

    submit(id, body)
        .then()
        .statusCode(201)
        .header("Location", endsWith(RECORDS + "/" + id + "/observations/1"))
        .body("result", equalTo("NEW"))
        .body("observation.trigger", equalTo("SUBMITTED"))
        .body("observation.vendorStatus", nullValue())
        .body("record.freshness.state", equalTo("STALE"))
        .body("record.freshness.upstream", equalTo("PRESENT"));

    assertEquals(body, as("auditor").get(RECORDS + "/" + id + "/observations/1/body").asString());
    assertEquals(0, vendor.requests(id));
  }

  @Test
  void theSameBytesTwiceAreOneObservation() {
    String body = Bodies.of("post", id);
    submit(id, body);

    submit(id, body)
        .then()
        .statusCode(200)
        .body("result", equalTo("UNCHANGED"))
        .body("observation.number", equalTo(1));
    read(id, "/observations").then().body("items", hasSize(1));
  }

  @Test
  void theSameBytesAtTheSameTimeAreOneObservation() throws Exception {
    String body = Bodies.small(id, "new");
    ExecutorService callers = Executors.newFixedThreadPool(20);

    List<Callable<Integer>> calls =
        IntStream.range(0, 20)
            .<Callable<Integer>>mapToObj(i -> () -> submit(id, body).statusCode())
            .toList();
    List<Integer> statuses =
        callers.invokeAll(calls).stream().map(SubmissionTest::result).sorted().toList();
    callers.shutdown();

    assertEquals(201, statuses.get(19));
    assertEquals(200, statuses.get(18));
    read(id, "/observations").then().body("items", hasSize(1));
  }

  @Test
  void bytesThatWereFetchedAreAnotherFactWhenHandedIn() {
    String body = Bodies.small(id, "new");
    vendor.answers(id, Vendor.ok(body));
    refresh(id);

    submit(id, body)
        .then()
        .statusCode(201)
        .body("result", equalTo("UNCHANGED"))
        .body("observation.number", equalTo(2));
  }

  @Test
  void aSubmissionDoesNotMakeARecordYoung() {
    submit(id, Bodies.small(id, "new"));
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));

    as("operator")
        .queryParam("ifOlderThan", "PT10M")
        .post(RECORDS + "/" + id + "/refresh")
        .then()
        .body("observation.number", equalTo(2))
        .body("record.freshness.state", equalTo("FRESH"));
    assertEquals(1, vendor.requests(id));
  }

  @Test
  void aRecordWhoseContentWasHandedInIsFetchedHoweverYoungItsFetch() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "fetched")));
    refresh(id);
    submit(id, Bodies.small(id, "handed in"));

    as("operator")
        .queryParam("ifOlderThan", "PT1H")
        .post(RECORDS + "/" + id + "/refresh")
        .then()
        .body("record.status", equalTo("fetched"))
        .body("observation.number", equalTo(3));
  }

  @Test
  void aSubmissionDoesNotBringBackWhatIsGone() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")), Vendor.absent());
    refresh(id);
    refresh(id);

    submit(id, Bodies.small(id, "captured before"))
        .then()
        .statusCode(201)
        .body("result", equalTo("CHANGED"))
        .body("record.freshness.upstream", equalTo("GONE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "[]",
        "{}",
        "{\"data\":{\"_id\":\"somebody-else\"}}",
        "{\"data\":{\"_id\":\"ID\",\"x\":\"\\u0000\"}}",
        "{\"data\":{\"_id\":\"ID\",\"riskScore\":1e400}}"
      })
  void whatIsNotTheRecordIsRefusedAndNotStored(String body) {
    submit(id, body.replace("ID", id))
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"))
        .body("errors[0].parameter", equalTo("body"));
    read(id, "/observations").then().statusCode(404);
  }

  @Test
  void aBodyOverTheLimitIsRefusedWhetherOrNotItsLengthIsDeclared() {
    for (int size : new int[] {(1 << 20) + 1, 3 << 20}) {
      submit(id, Bodies.small(id, "x".repeat(size)))
          .then()
          .statusCode(413)
          .body("type", endsWith("/body-too-large"));
    }
  }

  @Test
  void otherMediaTypesAreRefused() {
    as("operator")
        .contentType("text/plain")
        .body(Bodies.small(id, "new"))
        .post(RECORDS + "/" + id + "/observations")
        .then()
        .statusCode(415)
        .body("type", endsWith("/unsupported-media-type"));
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
