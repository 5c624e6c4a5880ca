package io.livenessledger.drill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.drill.Drill;
import io.livenessledger.testkit.drill.DrillVendor;
import io.livenessledger.testkit.drill.Load;
import io.livenessledger.testkit.drill.Told;
import io.livenessledger.testkit.drill.Told.Kind;
import io.livenessledger.testkit.drill.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two replicas the one that holds leases and claims stops for a minute, and then goes on. */
@Tag("drill")
class ReplicaPausedIT {
  private static final Logger LOG = Logger.getLogger(ReplicaPausedIT.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** The sequencer's lease of three seconds, or two of a session that stopped in a batch. */
  private static final Duration TAKEOVER = Duration.ofSeconds(10);

  /** Claims of six seconds, and transactions that stopped in the middle. */
  private static final Duration UNDISTURBED = Duration.ofSeconds(25);

  private static final Duration RECOVERY = Duration.ofSeconds(30);

  /** But the sequencer's, which ends by itself after two seconds. */
  private static final String OPEN_TRANSACTIONS =
      """
      select pid::text from pg_stat_activity
       where datname = current_database() and usename = 'liveness_app' and state = 'idle in transaction'
         and query !~ 'ledger_(edge|tile|leaf|checkpoint|pending)|lease'
      """;

  @TempDir Path directory;

  @Test
  void theOtherGoesOnAndTheFirstDoesNoHarmWhenItIsBack() throws Exception {
    try (Drill drill = new Drill(directory, TestDatabase.fresh("paused"))) {
      Verdict verdict = new Verdict(drill);
      Packaged one = drill.replica();
      Packaged other = drill.replica();
      Packaged first = sequencer(verdict) == one.pid() ? one : other;
      Packaged second = first == one ? other : one;
      Load toFirst = drill.load(first);
      Load toSecond = drill.load(second);
      toFirst.acknowledges(50);
      toSecond.acknowledges(50);

      drill.vendor().fallsSilent();
      // More than the other can have
      await().atMost(TAKEOVER).until(() -> claims(verdict).size() > Load.CALLERS);
      first.signal("STOP");
      long stopped = System.nanoTime();
      drill.vendor().speaks();
      Set<String> claimed = claims(verdict);

      requireTakeover(drill, second, stopped);
      Duration disturbed = toSecond.well(stopped, PAUSE);
      LOG.infof("the other was undisturbed after %d ms", disturbed.toMillis());
      assertTrue(disturbed.compareTo(UNDISTURBED) < 0, "disturbed for " + disturbed);
      await().atMost(PAUSE).until(() -> refreshed(toSecond, stopped).containsAll(claimed));
      Duration left = PAUSE.minusNanos(System.nanoTime() - stopped);
      await().atMost(PAUSE.plusSeconds(5)).pollDelay(left).until(() -> true);

      first.signal("CONT");
      Duration recovery = toFirst.well(System.nanoTime(), Duration.ofMinutes(2));
      LOG.infof("the first was well again after %d ms", recovery.toMillis());
      assertTrue(recovery.compareTo(RECOVERY) < 0, "recovery took " + recovery);

      toFirst.ends();
      toSecond.ends();
      drill.onlooker().looksAt(first.url());
      verdict.nothingIsLost(toFirst, second);
      verdict.nothingIsLost(toSecond, first);
      Verdict.onlyAllowedFailures(toSecond, false, "store-unavailable");
      Verdict.onlyAllowedFailures(
          toFirst, true, "store-unavailable", "audit-unavailable", "vendor-timeout");
    }
  }

  /** The server ends the transaction, and who waited for its locks goes on. */
  @Test
  void aReplicaThatStopsInTheMiddleOfATransactionHoldsNobodyUpForLong() throws Exception {
    try (Drill drill = new Drill(directory, TestDatabase.fresh("halted"))) {
      Verdict verdict = new Verdict(drill);
      Packaged first = drill.replica();
      Packaged second = drill.replica();
      Load toFirst = drill.load(first);
      toFirst.acknowledges(30);
      stopInATransaction(verdict, first);
      long stopped = System.nanoTime();
      Load toSecond = drill.load(second);
      await()
          .atMost(UNDISTURBED)
          .until(() -> verdict.rows(Role.SUPERUSER, OPEN_TRANSACTIONS).isEmpty());
      Duration disturbed = toSecond.well(stopped, PAUSE);
      LOG.infof("the other was undisturbed after %d ms", disturbed.toMillis());
      assertTrue(disturbed.compareTo(UNDISTURBED) < 0, "disturbed for " + disturbed);
      first.signal("CONT");
      toFirst.well(System.nanoTime(), Duration.ofMinutes(2));

      toFirst.ends();
      toSecond.ends();
      verdict.nothingIsLost(toFirst, second);
      verdict.nothingIsLost(toSecond, first);
      Verdict.onlyAllowedFailures(toSecond, false, "store-unavailable");
      Verdict.onlyAllowedFailures(
          toFirst, true, "store-unavailable", "audit-unavailable", "vendor-timeout");
    }
  }

  private static void stopInATransaction(Verdict verdict, Packaged replica) throws Exception {
    replica.signal("STOP");
    while (verdict.rows(Role.SUPERUSER, OPEN_TRANSACTIONS).isEmpty()) {
      replica.signal("CONT");
      replica.signal("STOP");
    }
  }

  private static void requireTakeover(Drill drill, Packaged second, long since) {
    long before = drill.onlooker().looksAt(second.url()).size();
    await().atMost(PAUSE).until(() -> drill.onlooker().looksAt(second.url()).size() > before);
    Duration takeover = Duration.ofNanos(System.nanoTime() - since);
    LOG.infof("followed after %d ms", takeover.toMillis());
    assertTrue(takeover.compareTo(TAKEOVER) < 0, "takeover took " + takeover);
  }

  private static Set<String> refreshed(Load load, long since) {
    return load.since(since, Kind.REFRESH)
        .map(Told::acknowledged)
        .filter(kept -> kept != null)
        .map(Told.Acknowledged::id)
        .collect(Collectors.toSet());
  }

  private static long sequencer(Verdict verdict) throws Exception {
    return Long.parseLong(
        verdict
            .rows("select split_part(holder, ' ', 1) from lease where name = 'sequencer'")
            .get(0));
  }

  /** Records that are being fetched. */
  private static Set<String> claims(Verdict verdict) throws Exception {
    Set<String> ids =
        new HashSet<>(verdict.rows("select record_id from vendor_claim where not ended"));
    ids.retainAll(DrillVendor.records());
    return ids;
  }
}
