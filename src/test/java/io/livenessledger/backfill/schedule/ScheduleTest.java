package io.livenessledger.backfill.schedule;

import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which records are refreshed when. */
@LedgerTest
@TestProfile(Scheduled.ByHand.class)
class ScheduleTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FIVE = Duration.ofMinutes(5);

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @Inject Scheduled scheduled;
  @Inject TestClock clock;

  @BeforeEach
  void forget() throws SQLException {
    Scheduled.forget();
  }

  @Test
  void aRecordIsRefreshedAsOftenAsItsRuleSays() throws SQLException {
    stored("new");

    assertEquals(0, scheduled.refreshAfter(FIVE.minus(MINUTE)));
    assertEquals(1, scheduled.refreshAfter(MINUTE));
    assertEquals(0, scheduled.refreshAfter(FIVE.minus(MINUTE)));
    assertEquals(1, scheduled.refreshAfter(MINUTE));

    assertEquals(3, vendor.requests(id));
    assertEquals(
        List.of("REFRESH|operator", "SCHEDULE|schedule:pending", "SCHEDULE|schedule:pending"),
        Scheduled.observations(id));
  }

  @Test
  void whatNoRuleSpeaksOfIsLeftAlone() throws SQLException {
    stored("failed");
    String without = Bodies.freshId();
    vendor.answers(without, Vendor.ok("{\"data\":{\"_id\":\"" + without + "\"}}"));
    refresh(without);

    assertEquals(0, scheduled.refreshAfter(Duration.ofDays(400)));
    assertEquals(List.of(), Database.rows("select * from refresh_due"));
  }

  @Test
  void theDueTimeIsCommittedWithTheObservation() throws SQLException {
    stored("new");
    scheduled.refreshAfter(FIVE);

    assertEquals(
        List.of("t|0"),
        Scheduled.due(
            id,
            "due_at = (select fetched_at + interval '5 minutes' from record where id = record_id),"
                + " failures"));
    assertEquals(
        List.of("1"),
        Database.rows(
            "select count(*) from refresh_due d join observation o using (record_id)"
                + " where number = 2 and d.xmin = o.xmin"));
  }

  @Test
  void anAgeEndsARule() throws SQLException {
    Instant created = clock.instant().minus(Duration.ofDays(1)).plus(Duration.ofMinutes(7));
    vendor.answers(id, Vendor.ok(Scheduled.created(id, "new", created.truncatedTo(MILLIS))));
    refresh(id);

    assertEquals(1, scheduled.refreshAfter(FIVE));
    assertEquals(List.of(), Scheduled.due(id, "due_at"));
    assertEquals(0, scheduled.refreshAfter(FIVE));
  }

  @Test
  void withoutACreationTimeTheAgeIsThatOfTheFirstStoring() throws SQLException {
    stored("new");

    assertEquals(1, scheduled.refreshAfter(Duration.ofHours(24).minus(MINUTE)));
    assertEquals(List.of(), Scheduled.due(id, "due_at"));
  }

  @Test
  void whoeverLooksTooLateLeavesARecordAlone() throws SQLException {
    stored("new");

    assertEquals(0, scheduled.refreshAfter(Duration.ofHours(24).plus(MINUTE)));
    assertEquals(List.of(), Scheduled.due(id, "due_at"));
    assertEquals(1, vendor.requests(id));
  }

  @Test
  void whatIsCompletedIsLookedAtAgainAfterNinetyDays() throws SQLException {
    vendor.answers(
        id, Vendor.ok(Bodies.small(id, "processing")), Vendor.ok(Bodies.small(id, "completed")));
    refresh(id);

    assertEquals(1, scheduled.refreshAfter(FIVE));
    assertEquals(0, scheduled.refreshAfter(Duration.ofDays(90).minus(MINUTE)));
    assertEquals(1, scheduled.refreshAfter(MINUTE));
    assertEquals(
        List.of("REFRESH|operator", "SCHEDULE|schedule:pending", "SCHEDULE|schedule:done"),
        Scheduled.observations(id));
  }

  @Test
  void aRefreshOnRequestPutsTheScheduledOneOff() {
    stored("new");
    clock.advance(FIVE.minus(MINUTE));
    refresh(id);

    assertEquals(0, scheduled.refreshAfter(FIVE.minus(MINUTE)));
    assertEquals(1, scheduled.refreshAfter(MINUTE));
    assertEquals(3, vendor.requests(id));
  }

  @Test
  void whatAnybodyFindsOutCountsAtOnce() throws SQLException {
    stored("completed");
    submit(id, Bodies.small(id, "processing")).then().statusCode(201);

    assertEquals(1, scheduled.refreshAfter(FIVE));
  }

  @Test
  void whatWasOnlyHandedInIsDueFromThen() {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "completed")));
    submit(id, Bodies.small(id, "new")).then().statusCode(201);

    assertEquals(0, scheduled.refreshAfter(FIVE.minus(MINUTE)));
    assertEquals(1, scheduled.refreshAfter(MINUTE));
  }

  @Test
  void whatTheVendorNoLongerHasIsNotAskedForAgain() throws SQLException {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")), Vendor.absent());
    refresh(id);

    assertEquals(1, scheduled.refreshAfter(FIVE));
    assertEquals(List.of(), Scheduled.due(id, "due_at"));
    assertEquals(0, scheduled.refreshAfter(FIVE));
  }

  @Test
  void theFirstRulesRecordsComeFirst() throws SQLException {
    stored("completed");
    clock.advance(Duration.ofDays(91));
    String later = Bodies.freshId();
    vendor.answers(later, Vendor.ok(Bodies.small(later, "new")));
    refresh(later);
    clock.advance(FIVE);

    assertEquals(
        List.of(later, id), scheduled.pick().stream().map(picked -> picked.id().value()).toList());
  }

  @Test
  void twoReplicasNeverFetchOneRecordTwiceInATurn() {
    List<String> ids = IntStream.range(0, 30).mapToObj(i -> Bodies.freshId()).toList();
    for (String each : ids) {
      vendor.answers(each, Vendor.ok(Bodies.small(each, "new")));
      refresh(each).then().statusCode(201);
    }
    clock.advance(FIVE);

    int fetched =
        Stream.generate(scheduled::replica)
            .limit(3)
            .map(one -> CompletableFuture.supplyAsync(() -> scheduled.refresh(one)))
            .toList()
            .stream()
            .mapToInt(CompletableFuture::join)
            .sum();

    assertEquals(30, fetched);
    assertEquals(Collections.nCopies(30, 2), ids.stream().map(vendor::requests).toList());
  }

  @Test
  void whatAReplicaDiedWithIsTakenAgain() {
    stored("new");
    clock.advance(FIVE);
    assertEquals(1, scheduled.pick().size());

    assertEquals(0, scheduled.refreshAfter(Schedule.TERM.minus(Duration.ofSeconds(10))));
    assertEquals(1, scheduled.refreshAfter(Duration.ofSeconds(10)));
    assertEquals(2, vendor.requests(id));
  }

  private void stored(String status) {
    vendor.answers(id, Vendor.ok(Bodies.small(id, status)));
    refresh(id).then().statusCode(201);
  }
}
