package io.livenessledger.drill;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.drill.Drill;
import io.livenessledger.testkit.drill.Load;
import io.livenessledger.testkit.drill.Told;
import io.livenessledger.testkit.drill.Told.Kind;
import io.livenessledger.testkit.drill.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor takes connections and never answers; then it does not even take them. */
@Tag("drill")
class VendorBlackHoledIT {
  private static final Logger LOG = Logger.getLogger(VendorBlackHoledIT.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final int TRIES = 3;

  /** Three tries, and what lies between them. */
  private static final Duration LONGEST_REFRESH = TIMEOUT.multipliedBy(TRIES).plusSeconds(3);

  /** While reads are measured. */
  private static final int READS = 200;

  /** The breaker stays open for ten seconds; then the next tries close it. */
  private static final Duration RECOVERY = Duration.ofSeconds(30);

  @TempDir Path directory;

  @Test
  void aVendorThatNeverAnswersDisturbsNobodyWhoReads() throws Exception {
    try (Drill drill = drill("silent")) {
      Packaged program = drill.replica();
      Load load = drill.load(program);
      load.acknowledges(100);

      long silent = System.nanoTime();
      drill.vendor().fallsSilent();
      requireReadsAlone(program, load, silent);
      drill.vendor().speaks();

      requireRecovery(drill, program, load);
    }
  }

  @Test
  void norDoesOneThatDoesNotEvenTakeConnections() throws Exception {
    try (Drill drill = drill("vanished")) {
      Packaged program = drill.replica();
      Load load = drill.load(program);
      load.acknowledges(100);

      long vanished = System.nanoTime();
      drill.vendor().vanishes();
      requireReadsAlone(program, load, vanished);
      drill.vendor().returns();

      requireRecovery(drill, program, load);
    }
  }

  private Drill drill(String name) throws Exception {
    return new Drill(directory, TestDatabase.fresh(name))
        .with("ledger.vendor.timeout", TIMEOUT.toString());
  }

  /** Until the breaker is open. */
  private static void requireReadsAlone(Packaged program, Load load, long since) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> load.since(since, Kind.REFRESH).anyMatch(VendorBlackHoledIT::isRefusedAtOnce));
    requireStaleAnswer(program, load.acknowledged().get(0).id());
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> load.since(since, Kind.READ).count() >= READS);
    assertEquals(0, load.since(since, Kind.READ).filter(t -> t.status() != 200).count());
    Duration longestRead = load.longest(since, Kind.READ);
    Duration longestRefresh = load.longest(since, Kind.REFRESH);
    LOG.infof("longest read %s, longest refresh %s", longestRead, longestRefresh);
    assertTrue(longestRead.compareTo(TIMEOUT) < 0, "a read took " + longestRead);
    assertTrue(longestRefresh.compareTo(LONGEST_REFRESH) < 0, "one took " + longestRefresh);
    Drill.becomesReady(program); // what is stored can be read
  }

  private static boolean isRefusedAtOnce(Told told) {
    return told.status() == 503 && told.ended() - told.began() < TIMEOUT.toNanos() / 2;
  }

  /** Who says that what is stored will do gets it, and is told that it is not confirmed. */
  private static void requireStaleAnswer(Packaged program, String id) {
    Drill.call(program)
        .post("/v1/document-liveness/" + id + "/refresh?onError=stored")
        .then()
        .statusCode(200)
        .body("record.freshness.state", equalTo("STALE"));
  }

  private static void requireRecovery(Drill drill, Packaged program, Load load) throws Exception {
    long back = System.nanoTime();
    Duration recovery = load.well(back, Duration.ofMinutes(1));
    LOG.infof("well again in %d ms", recovery.toMillis());
    assertTrue(recovery.compareTo(RECOVERY) < 0, "recovery took " + recovery);
    load.ends();
    new Verdict(drill).nothingIsLost(load, program);
    Verdict.onlyAllowedFailures(load, false, "vendor-timeout", "vendor-unavailable");
  }
}
