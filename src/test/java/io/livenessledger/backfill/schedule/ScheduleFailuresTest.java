package io.livenessledger.backfill.schedule;

import static io.livenessledger.testkit.Api.refresh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What fails is tried again, later. */
@LedgerTest
@TestProfile(Scheduled.ByHand.class)
class ScheduleFailuresTest {
  private static final Duration FIVE = Duration.ofMinutes(5);

  /** Tries of one fetch. */
  private static final int TRIES = 3;

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @Inject Scheduled scheduled;
  @Inject TestClock clock;

  @BeforeEach
  void forget() throws SQLException {
    Scheduled.forget();
  }

  @Test
  void aVendorThatIsDownIsAskedNowAndThenAndNoRecordPaysForIt() throws SQLException {
    List<String> ids = IntStream.range(0, 7).mapToObj(i -> Bodies.freshId()).toList();
    var down = Vendor.status(500, "{}");
    for (String each : ids) {
      var found = Vendor.ok(Bodies.small(each, "new"));
      vendor.answers(each, found, down, down, down, found);
      refresh(each).then().statusCode(201);
    }
    clock.advance(FIVE);
    Schedule replica = scheduled.replica();

    assertEquals(4, scheduled.once(replica));
    assertEquals(0, scheduled.once(replica), "a pause");
    assertEquals(7 + 4 * TRIES, ids.stream().mapToInt(vendor::requests).sum());
    assertTrue(failed() <= 2, "records that had to pay: " + failed());

    for (int i = 0; i < 40 && failed() + due() > 0; i++) {
      clock.advance(Duration.ofSeconds(10));
      assertTrue(scheduled.once(replica) <= 4);
    }
    assertEquals(
        List.of("7"),
        Database.rows(
            "select count(*) from record where last_number = 2 and id in ('"
                + String.join("','", ids)
                + "')"));
  }

  private static long failed() throws SQLException {
    return Long.parseLong(
        Database.rows("select count(*) from refresh_due where failures > 0").get(0));
  }

  private long due() throws SQLException {
    return Long.parseLong(
        Database.rows("select count(*) from refresh_due where due_at <= '" + clock.instant() + "'")
            .get(0));
  }

  @Test
  void aRecordThatFailsIsTriedLessAndLess() throws SQLException {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")), Vendor.status(400, "{}"));
    refresh(id);

    assertEquals(1, scheduled.refreshAfter(FIVE));
    assertEquals(0, scheduled.refreshAfter(Duration.ofSeconds(55)));
    assertEquals(1, scheduled.refreshAfter(Duration.ofSeconds(40)));
    assertEquals(0, scheduled.refreshAfter(Duration.ofSeconds(115)));
    assertEquals(List.of("2"), Scheduled.due(id, "failures"));
    assertEquals(3, vendor.requests(id));
  }

  @Test
  void aSuccessEndsIt() throws SQLException {
    var found = Vendor.ok(Bodies.small(id, "new"));
    vendor.answers(id, found, Vendor.status(400, "{}"), found);
    refresh(id);
    scheduled.refreshAfter(FIVE);

    assertEquals(1, scheduled.refreshAfter(Duration.ofMinutes(2)));
    assertEquals(List.of("0"), Scheduled.due(id, "failures"));
  }

  @Test
  void anAnswerThatCannotBeReadIsNotAskedForAgainAtOnce() throws SQLException {
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")), Vendor.ok("<html>"));
    refresh(id);

    assertEquals(1, scheduled.refreshAfter(FIVE));
    assertEquals(0, scheduled.refresh(scheduled.replica()));
    assertEquals(List.of("1"), Scheduled.due(id, "failures"));
    assertEquals(1, scheduled.refreshAfter(Duration.ofMinutes(2)));
    assertEquals(3, vendor.requests(id));
  }

  @Test
  void aRejectedTokenIsNoRecordsFault() throws SQLException {
    var found = Vendor.ok(Bodies.small(id, "new"));
    vendor.answers(id, found, Vendor.status(401, "{}"), found);
    refresh(id);
    clock.advance(FIVE);
    String before = Scheduled.due(id, "due_at, failures").get(0);
    Schedule replica = scheduled.replica();

    assertEquals(1, scheduled.refresh(replica));
    assertEquals(List.of(before), Scheduled.due(id, "due_at, failures"));
    assertEquals(2, vendor.requests(id));

    vendor.acceptsAgain(clock);
    assertEquals(1, scheduled.refresh(replica));
    assertEquals(3, vendor.requests(id));
  }
}
