package io.livenessledger.record.current;

import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@LedgerTest
class RebuildRecordsTest {
  private static final String ALL = "select record::text from record order by id";

  @Inject RebuildRecords rebuild;

  private final Vendor vendor = new Vendor();

  @Test
  void theProjectionIsWhatTheObservationsSay() throws Throwable {
    String changed = everyOutcome();
    String unreadable = Bodies.freshId();
    vendor.answers(unreadable, Vendor.ok("no json"));
    refresh(unreadable);
    String submitted = Bodies.freshId();
    submit(submitted, Bodies.of("post", submitted));
    List<String> asAppended = Database.rows(ALL);

    RebuildRecords.Outcome untouched = rebuildAll();
    assertEquals(0, untouched.differing());
    assertEquals(asAppended.size(), untouched.rebuilt());

    damage(changed, unreadable, submitted);
    assertNotEquals(asAppended, Database.rows(ALL));
    RebuildRecords.Outcome repaired = rebuildAll();

    assertEquals(asAppended, Database.rows(ALL));
    assertTrue(repaired.differing() >= 2, repaired.toString());
  }

  private String everyOutcome() {
    String id = Bodies.freshId();
    vendor.answers(
        id,
        Vendor.ok(Bodies.of("flat-warnings", id)),
        Vendor.ok(Bodies.of("flat-warnings", id)),
        Vendor.absent(),
        Vendor.ok(Bodies.of("nested", id)),
        Vendor.ok("<html>"),
        Vendor.absent());
    for (int i = 0; i < 6; i++) {
      refresh(id);
    }
    return id;
  }

  private static void damage(String... ids) throws SQLException {
    Database.execute(
        "update record set last_number = 1, status = 'forged', live = true, upstream = 'PRESENT',"
            + " risk_score = 0, screen_replay_passed = true, screen_replay_warnings = '{}', last_commitment = sha256('x')"
            + " where revision is not null and id in ('"
            + String.join("','", ids)
            + "')");
  }

  private RebuildRecords.Outcome rebuildAll() throws Throwable {
    return VertxContextSupport.subscribeAndAwait(rebuild::rebuildAll);
  }
}
