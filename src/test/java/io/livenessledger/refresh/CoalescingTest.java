package io.livenessledger.refresh;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.HeldAnswer;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
@TestProfile(CoalescingTest.Own.class)
class CoalescingTest {
  /** A program that waits for the vendor as long as a slow machine needs to bring all callers. */
  public static class Own extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ledger.vendor.timeout", "PT30S");
    }
  }

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private final Vendor vendor = new Vendor();
  private final ExecutorService callers = Executors.newFixedThreadPool(100);
  private final List<HeldAnswer> answers = new ArrayList<>();

  @AfterEach
  void stop() {
    callers.shutdownNow();
    answers.forEach(HeldAnswer::close);
  }

  @Test
  void aHundredCallersShareOneVendorCallOneObservationAndOneAnswer() throws Exception {
    String id = Bodies.freshId();
    HeldAnswer held = held(id, 200, Bodies.small(id, "new"));

    List<String> answers = whileHeld(held, Collections.nCopies(100, () -> observationOf(id)));

    assertEquals(1, vendor.requests(id));
    assertEquals(1, answers.stream().distinct().count(), answers.toString());
    assertEquals(1, observations(id));
  }

  @Test
  void everyCallerIsAnEventAndOneOfThemIsWrittenWithTheObservation() throws Exception {
    String id = Bodies.freshId();
    HeldAnswer held = held(id, 200, Bodies.small(id, "new"));

    List<Integer> statuses =
        whileHeld(held, Collections.nCopies(20, () -> refresh(id).statusCode()));

    assertEquals(Collections.nCopies(20, 201), statuses);
    assertEquals(1, vendor.requests(id));
    assertEquals(
        List.of("REFRESH_RECORD|ALLOWED|operator|20|20|1"),
        Database.rows(
            "select a.action, a.outcome, a.subject, count(*),"
                + " count(distinct convert_from(statement, 'UTF8')::jsonb ->> 'requestId'),"
                + " count(*) filter (where a.xmin = o.xmin)"
                + " from access_event a join observation o using (record_id)"
                + " where record_id = '"
                + id
                + "' group by a.action, a.outcome, a.subject"));
  }

  /** The whole answer but the age, which goes on while answers are written. */
  private static String observationOf(String id) {
    var answer = refresh(id).then().statusCode(201).extract().jsonPath();
    return answer.getString("result")
        + answer.getMap("observation")
        + answer.getMap("record.checks")
        + answer.getString("record.freshness.storedAt");
  }

  @Test
  void aFailureIsSharedToo() throws Exception {
    String id = Bodies.freshId();
    HeldAnswer held = held(id, 401, "{}");

    List<Integer> statuses =
        whileHeld(held, Collections.nCopies(20, () -> refresh(id).statusCode()));

    assertEquals(Collections.nCopies(20, 502), statuses);
    assertEquals(1, vendor.requests(id));
  }

  @Test
  void theNextCallerAfterTheEndStartsAnew() {
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));

    refresh(id);
    refresh(id);

    assertEquals(2, vendor.requests(id));
  }

  @Test
  void theFirstCallerHangingUpHarmsNobody() throws Exception {
    String id = Bodies.freshId();
    HeldAnswer held = held(id, 200, Bodies.small(id, "new"));

    Socket first = send(id);
    await().atMost(Api.patience()).until(held::isAskedFor);
    Future<Integer> second = callers.submit(() -> refresh(id).statusCode());
    waiting(2);
    first.close();
    waiting(1);
    held.release();

    assertEquals(201, second.get());
    assertEquals(1, vendor.requests(id));
    assertEquals(1, observations(id));
  }

  @Test
  void whatEverybodyHungUpOnIsStillStored() throws Exception {
    String id = Bodies.freshId();
    HeldAnswer held = held(id, 200, Bodies.small(id, "new"));

    Socket only = send(id);
    await().atMost(Api.patience()).until(held::isAskedFor);
    only.close();
    waiting(0);
    held.release();

    await().atMost(Api.patience()).until(() -> read(id, "").statusCode() == 200);
    assertEquals(1, observations(id));
  }

  @Test
  void differentRecordsAreFetchedInParallelWithinTheBulkhead() throws Exception {
    List<String> ids = IntStream.range(0, 16).mapToObj(i -> Bodies.freshId()).toList();
    List<HeldAnswer> held = new ArrayList<>();
    for (String id : ids) {
      held.add(held(id, 200, Bodies.small(id, "new")));
    }
    List<Future<Integer>> statuses =
        ids.stream().map(id -> callers.submit(() -> refresh(id).statusCode())).toList();

    // None of them is answered, and yet all are asked for
    await().atMost(Api.patience()).until(() -> held.stream().allMatch(HeldAnswer::isAskedFor));
    held.forEach(HeldAnswer::release);

    assertEquals(
        Collections.nCopies(16, 201), statuses.stream().map(CoalescingTest::result).toList());
  }

  private HeldAnswer held(String id, int status, String body) throws IOException {
    HeldAnswer answer = new HeldAnswer(status, body);
    answers.add(answer);
    vendor.answers(id, answer.definition());
    return answer;
  }

  /** Makes the calls, and lets the vendor answer when all of them wait. */
  private <T> List<T> whileHeld(HeldAnswer held, List<? extends Callable<T>> calls) {
    List<Future<T>> answers = new ArrayList<>();
    calls.forEach(call -> answers.add(callers.submit(call)));
    waiting(calls.size());
    held.release();
    return answers.stream().map(CoalescingTest::result).toList();
  }

  /** Waits until so many callers wait for the vendor: who only called may not have joined yet. */
  private void waiting(int callers) {
    String gauge = "ledger_refresh_waiting " + callers + ".0";
    await()
        .atMost(Api.patience())
        .until(() -> given().get(metrics).asString().lines().anyMatch(gauge::equals));
  }

  private static int observations(String id) {
    return read(id, "/observations").jsonPath().getList("items").size();
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Sends a refresh and leaves the answer to be read, or not. */
  private static Socket send(String id) throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    String credentials = Base64.getEncoder().encodeToString("operator:operator".getBytes(US_ASCII));
    List<String> lines =
        List.of(
            "POST " + RECORDS + "/" + id + "/refresh HTTP/1.1",
            "Host: localhost",
            "Authorization: Basic " + credentials,
            "Content-Length: 0",
            "",
            "");
    socket.getOutputStream().write(String.join("\r\n", lines).getBytes(US_ASCII));
    return socket;
  }
}
