package io.livenessledger.refresh;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class CoalescingTest {
  private final Vendor vendor = new Vendor();
  private final ExecutorService callers = Executors.newFixedThreadPool(100);

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  @Test
  void aHundredCallersShareOneVendorCallOneObservationAndOneAnswer() throws Exception {
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")).withFixedDelay(700));

    List<String> answers = together(Collections.nCopies(100, () -> observationOf(id)));

    assertEquals(1, vendor.requests(id));
    assertEquals(1, answers.stream().distinct().count(), answers.toString());
    assertEquals(1, observations(id));
  }

  @Test
  void everyCallerIsAnEventAndOneOfThemIsWrittenWithTheObservation() throws Exception {
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")).withFixedDelay(700));

    List<Integer> statuses = together(Collections.nCopies(20, () -> refresh(id).statusCode()));

    assertEquals(Collections.nCopies(20, 201), statuses);
    assertEquals(1, vendor.requests(id));
    assertEquals(
        List.of("REFRESH_RECORD|ALLOWED|operator|20|20|1"),
        Database.rows(
            "select action, a.outcome, subject, count(*),"
                + " count(distinct convert_from(statement, 'UTF8')::jsonb ->> 'requestId'),"
                + " count(*) filter (where a.xmin = o.xmin)"
                + " from access_event a join observation o using (record_id)"
                + " where record_id = '"
                + id
                + "' group by action, a.outcome, subject"));
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
    vendor.answers(id, Vendor.status(401, "{}").withFixedDelay(700));

    List<Integer> statuses = together(Collections.nCopies(20, () -> refresh(id).statusCode()));

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
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")).withFixedDelay(700));

    Socket first = send(id);
    await().atMost(Api.patience()).until(() -> vendor.requests(id) == 1);
    Future<Integer> second = callers.submit(() -> refresh(id).statusCode());
    first.close();

    assertEquals(201, second.get());
    assertEquals(1, vendor.requests(id));
    assertEquals(1, observations(id));
  }

  @Test
  void whatEverybodyHungUpOnIsStillStored() throws Exception {
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")).withFixedDelay(500));

    Socket only = send(id);
    await().atMost(Api.patience()).until(() -> vendor.requests(id) == 1);
    only.close();

    await().atMost(Api.patience()).until(() -> read(id, "").statusCode() == 200);
    assertEquals(1, observations(id));
  }

  @Test
  void differentRecordsAreFetchedInParallelWithinTheBulkhead() throws Exception {
    List<String> ids = IntStream.range(0, 16).mapToObj(i -> Bodies.freshId()).toList();
    ids.forEach(id -> vendor.answers(id, Vendor.ok(Bodies.small(id, "new")).withFixedDelay(600)));
    List<Callable<Integer>> calls =
        ids.stream().<Callable<Integer>>map(id -> () -> refresh(id).statusCode()).toList();

    long start = System.nanoTime();
    List<Integer> statuses = together(calls);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertEquals(Collections.nCopies(16, 201), statuses);
    // One after the other they would take 9.6 s
    assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took.toString());
  }

  private static int observations(String id) {
    return read(id, "/observations").jsonPath().getList("items").size();
  }

  private <T> List<T> together(List<? extends Callable<T>> calls) throws Exception {
    return callers.invokeAll(calls).stream().map(CoalescingTest::result).toList();
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
