package io.livenessledger.verifik;

import static io.livenessledger.testkit.Api.refresh;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.HeldAnswer;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Metrics;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two places, and tries of one second at most. */
@LedgerTest
@TestProfile(BulkheadTest.TwoPlaces.class)
class BulkheadTest {
  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private final Vendor vendor = new Vendor();
  private final ExecutorService callers = Executors.newFixedThreadPool(20);

  @AfterEach
  void stop() {
    callers.shutdownNow();
  }

  @Test
  void waitingForAPlaceIsNoPartOfATryAndNoFailureOfTheVendor() throws Exception {
    refreshTwelve(0); // a program that has just started opens its connections first
    // The last ones wait for 2 s, twice as long as a try may take
    List<String> ids = refreshTwelve(400);

    ids.forEach(id -> assertEquals(1, vendor.requests(id)));
  }

  /** At the same time; each answered after so many milliseconds. */
  private List<String> refreshTwelve(int delay) throws Exception {
    List<String> ids = IntStream.range(0, 12).mapToObj(i -> Bodies.freshId()).toList();
    ids.forEach(id -> vendor.answers(id, Vendor.ok(Bodies.small(id, "new")).withFixedDelay(delay)));
    List<Callable<Integer>> calls =
        ids.stream().<Callable<Integer>>map(id -> () -> refresh(id).statusCode()).toList();
    for (Future<Integer> status : callers.invokeAll(calls)) {
      assertEquals(201, status.get());
    }
    return ids;
  }

  @Test
  void thoseInFlightAndThoseWhoWaitAreCounted() throws Exception {
    Metrics numbers = new Metrics(metrics);
    List<String> ids = IntStream.range(0, 3).mapToObj(i -> Bodies.freshId()).toList();
    try (HeldAnswer held = new HeldAnswer(404, "{}")) {
      ids.forEach(id -> vendor.answers(id, held.definition()));
      List<Future<Integer>> calls =
          ids.stream().map(id -> callers.submit(() -> refresh(id).statusCode())).toList();
      await()
          .atMost(Api.patience())
          .until(
              () ->
                  numbers.sum("ledger_vendor_in_flight") == 2
                      && numbers.sum("ledger_vendor_waiting") == 1);
      held.release();
      for (Future<Integer> call : calls) {
        call.get();
      }
    }
    assertEquals(0, numbers.sum("ledger_vendor_in_flight"));
    assertEquals(0, numbers.sum("ledger_vendor_waiting"));
  }

  @Test
  void answersThatDripInGiveTheirPlacesBack() throws Exception {
    List<String> drips = List.of(Bodies.freshId(), Bodies.freshId());
    List<Future<Integer>> dripping = new ArrayList<>();
    for (String drip : drips) {
      vendor.answers(
          drip, Vendor.ok(Bodies.small(drip, "new")).withChunkedDribbleDelay(30, 30_000));
      dripping.add(callers.submit(() -> refresh(drip).statusCode()));
    }
    await()
        .atMost(Api.patience())
        .until(() -> drips.stream().allMatch(d -> vendor.requests(d) > 0));
    String other = Bodies.freshId();
    vendor.answers(other, Vendor.ok(Bodies.small(other, "new")));

    assertEquals(201, refresh(other).statusCode());
    assertEquals(1, vendor.requests(other));
    for (Future<Integer> drip : dripping) {
      assertEquals(504, drip.get());
    }
    drips.forEach(drip -> assertEquals(3, vendor.requests(drip)));
  }

  /** As if sixteen were two. */
  public static class TwoPlaces implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ledger.vendor.bulkhead.concurrent", "2");
    }
  }
}
