package io.livenessledger.backfill;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Vendor;
import io.livenessledger.testkit.VendorAccount;
import io.livenessledger.testkit.VendorAccount.Call;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backfills of an account that is the vendor's as a whole: no other test's records are in it. */
@LedgerTest
@TestProfile(BackfillTest.Alone.class)
class BackfillTest extends BackfillCalls {
  private VendorAccount account;
  private WireMock stub;

  /** Records fail for good within a second. */
  public static class Alone extends OwnDatabase {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ledger.backfill.retry.fetches", "3",
          "ledger.backfill.retry.delay", "PT0.1S",
          "ledger.backfill.retry.max-delay", "PT0.3S");
    }
  }

  @BeforeEach
  void begin() throws Exception {
    account = new VendorAccount();
    URI url =
        URI.create(
            ConfigProvider.getConfig().getValue("quarkus.rest-client.verifik.url", String.class));
    stub = new WireMock(url.getHost(), url.getPort());
    stub.register(
        get(urlPathMatching("/v2/document-liveness.*"))
            .willReturn(aResponse().proxiedFrom(account.url())));
    Vendor.forgetDemands();
  }

  @AfterEach
  void end() {
    account.close();
  }

  @Test
  void whatTheListNamesAndIsMissingIsFetchedOnce() {
    List<String> missing = added(230);
    List<String> held = added(20);
    held.forEach(id -> submit(id, Bodies.small(id, "new")).then().statusCode(201));

    Response ordered = as("operator").post(BACKFILLS);

    ordered
        .then()
        .statusCode(202)
        .header("Location", BACKFILLS + "/" + id(ordered))
        .body("scope", equalTo("MISSING"))
        .body("caller", equalTo("operator"));
    completed(id(ordered))
        .body("records.discovered", equalTo(250))
        .body("records.held", equalTo(20))
        .body("records.fetched", equalTo(230))
        .body("records.new", equalTo(230))
        .body("records.pending", equalTo(0))
        .body("records.failed", equalTo(0))
        .body("pass", equalTo(2))
        .body("listCalls", equalTo(6))
        .body("listTotal", equalTo(250))
        .body("outlook.vendorCalls", equalTo(0))
        .body("waiting", nullValue());
    assertTrue(missing.stream().allMatch(id -> account.fetches().get(id) == 1));
    assertTrue(held.stream().noneMatch(account.fetches()::containsKey));
    read(missing.get(0), "/observations/1")
        .then()
        .body("trigger", equalTo("BACKFILL"))
        .body("caller", equalTo("operator"))
        .body("requestId", equalTo(ordered.header("X-Request-Id")));
  }

  @Test
  void aDryRunSaysWhatItWouldTakeAndFetchesNothing() {
    List<String> missing = added(130);

    int dry = id(order("{\"dryRun\":true}"));

    completed(dry)
        .body("records.pending", equalTo(130))
        .body("records.fetched", equalTo(0))
        .body("listCalls", equalTo(2))
        .body("outlook.vendorCalls", equalTo(130 + 4))
        .body("outlook.seconds", equalTo(0));
    assertEquals(Map.of(), account.fetches());
    read(missing.get(0), "").then().statusCode(404);
  }

  @Test
  void whatWasNotFetchedForLongIsFetchedAgainAndAllIfAllIsWanted() {
    String held = added(1).get(0);
    refresh(held).then().statusCode(201);

    completed(id(order("{\"scope\":\"OLDER\",\"olderThan\":\"PT1H\"}")))
        .body("records.held", equalTo(1))
        .body("records.fetched", equalTo(0));
    completed(id(order("{\"scope\":\"OLDER\",\"olderThan\":\"PT0S\"}")))
        .body("records.unchanged", equalTo(1));
    completed(id(order("{\"scope\":\"ALL\"}"))).body("records.unchanged", equalTo(1));

    assertEquals(3, account.fetches().get(held));
  }

  @Test
  void aListThatShiftsIsReadUntilAWholePassFindsNothingNew() {
    List<String> before = added(150);
    AtomicBoolean shifted = new AtomicBoolean();
    account.listens(
        call -> {
          if (call.isList() && call.query().contains("page=2") && !shifted.getAndSet(true)) {
            account.unlist(before.get(149)); // one of page 2 is on page 1 now, which was read
            added(1);
          }
        });

    completed(id(order(""))).body("records.fetched", equalTo(151)).body("pass", equalTo(3));
    assertTrue(account.fetches().values().stream().allMatch(fetches -> fetches == 1));
  }

  @Test
  void whatFailsIsTriedLaterListedAtTheEndAndStopsNothing() {
    List<String> sound = added(10);
    String failing = added(1).get(0);
    String unreadable = Bodies.freshId();
    account.add(unreadable, "{\"data\":[]}");
    account.misbehaves(a -> isFetchOf(a.call(), failing) ? a.failed(500) : a);

    int backfill = id(order(""));

    completed(backfill)
        .body("records.fetched", equalTo(sound.size()))
        .body("records.failed", equalTo(2));
    records(backfill, "?state=FAILED")
        .body("items.recordId", contains(sorted(failing, unreadable)))
        .body("items.fetches", contains(3, 3))
        .body("items.problem", hasItem("vendor-unavailable"))
        .body("items.problem", hasItem("vendor-answer-unreadable"))
        .body("items.detail", hasItem("The vendor answered 500."));
    records(backfill, "?state=FAILED&state=FETCHED&pageSize=5").body("items.size()", equalTo(5));
  }

  @Test
  void whatFailedOnceAndThenDoesNotIsFetched() {
    String late = added(5).get(0);
    account.misbehaves(
        a -> isFetchOf(a.call(), late) && account.fetches().get(late) < 4 ? a.broken() : a);

    completed(id(order(""))).body("records.fetched", equalTo(5)).body("records.failed", equalTo(0));
    assertEquals(4, account.fetches().get(late));
    read(late, "/observations").then().body("items.size()", equalTo(1));
  }

  @Test
  void whatTheListNamesAndTheVendorDoesNotHaveIsGone() {
    String neverHeld = added(1).get(0);
    String held = added(1).get(0);
    refresh(held).then().statusCode(201);
    account.forget(neverHeld);
    account.forget(held);

    completed(id(order("{\"scope\":\"ALL\"}"))).body("records.gone", equalTo(2));
    read(held, "").then().body("freshness.upstream", equalTo("GONE"));
    read(neverHeld, "").then().statusCode(404);
  }

  @Test
  void whatIsHeldAndNoLongerListedIsReportedAndOnlyAFetchSaysThatItIsGone() {
    String unlisted = added(1).get(0);
    String gone = added(1).get(0);
    added(3);
    refresh(unlisted).then().statusCode(201);
    refresh(gone).then().statusCode(201);
    account.unlist(unlisted);
    account.unlist(gone);
    account.forget(gone);

    int reported = id(order(""));
    completed(reported).body("records.unlisted", equalTo(unlisted()));
    records(reported, "?state=UNLISTED&pageSize=500")
        .body("items.recordId", hasItem(unlisted))
        .body("items.recordId", hasItem(gone));
    read(gone, "").then().body("freshness.upstream", equalTo("PRESENT"));

    int fetched = id(order("{\"fetchUnlisted\":true}"));
    completed(fetched).body("records.unlisted", equalTo(0)).body("records.failed", equalTo(0));
    read(gone, "").then().body("freshness.upstream", equalTo("GONE"));
    read(unlisted, "").then().body("freshness.upstream", equalTo("PRESENT"));
    records(fetched, "?state=UNLISTED").body("items", empty());
  }

  /** Those of other tests, too: each has an account of its own. */
  private static int unlisted() {
    try {
      return Integer.parseInt(
          Database.rows(
                  "select count(*) from record r where upstream = 'PRESENT' and not exists ("
                      + "select from backfill_item i where i.record_id = r.id and i.pass > 0"
                      + " and i.backfill = (select max(id) from backfill))")
              .get(0));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aCancelledBackfillBeginsNothingMore() {
    added(300);
    account.misbehaves(a -> a.call().isList() ? a : a.limited(1));

    int backfill = id(order(""));
    await().atMost(PATIENCE).until(() -> backfill(backfill).path("waiting") != null);
    backfill(backfill)
        .then()
        .body("state", equalTo("RUNNING"))
        .body("waiting.problem", equalTo("vendor-rate-limited"))
        .body("waiting.until", notNullValue());
    as("operator")
        .delete(BACKFILLS + "/" + backfill)
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("endedAt", notNullValue());

    account.misbehaves(a -> a);
    completed(id(order("{\"dryRun\":true}")));
    backfill(backfill)
        .then()
        .body("state", equalTo("CANCELLED"))
        .body("records.fetched", equalTo(0));
    as("operator").delete(BACKFILLS + "/" + backfill).then().body("state", equalTo("CANCELLED"));
  }

  @Test
  void aListThatCannotBeReadIsWaitedFor() {
    added(3);
    account.misbehaves(
        a ->
            a.call().isList() && account.lists() < 3
                ? new VendorAccount.Answer(a.call(), 200, "<html>", 6, null)
                : a);

    completed(id(order(""))).body("records.fetched", equalTo(3)).body("listCalls", equalTo(2));
  }

  @Test
  void itsProgressIsWatchedUntilItEnds() {
    added(20);
    int backfill = id(order(""));

    String events =
        as("operator").accept("text/event-stream").get(BACKFILLS + "/" + backfill).asString();

    assertTrue(events.startsWith("retry: 1000\n\n"), events);
    assertTrue(events.contains("event: progress\ndata: {\"id\":" + backfill + ","), events);
    String last = events.substring(events.lastIndexOf("event: progress"));
    assertTrue(last.contains("\"state\":\"COMPLETED\"") && last.contains("\"fetched\":20"), last);
    as("operator")
        .accept("text/event-stream")
        .header("Last-Event-ID", "ended")
        .get(BACKFILLS + "/" + backfill)
        .then()
        .statusCode(204);
  }

  private List<String> added(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> Bodies.freshId())
        .peek(id -> account.add(id, Bodies.small(id, "new")))
        .toList();
  }

  private static boolean isFetchOf(Call call, String id) {
    return !call.isList() && call.id().equals(id);
  }

  private static String[] sorted(String... ids) {
    return Arrays.stream(ids).sorted().toArray(String[]::new);
  }
}
