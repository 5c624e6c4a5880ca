package io.livenessledger.ledger;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.drill.Onlooker;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas, one database, sixteen writers; the active sequencer is killed, then paused. */
class ReplicasIT {
  private static final int WRITERS = 16;
  private static final int EACH = 1250;

  @TempDir Path directory;

  private final Onlooker onlooker = new Onlooker();

  @Test
  void nothingCommittedIsLostWhoeverSequences() throws Exception {
    TestDatabase database = TestDatabase.fresh("replicas");
    Map<String, String> settings = Packaged.settings(database);
    try (Packaged first = Packaged.start(directory, settings)) {
      first.url();
      try (Packaged second = Packaged.start(directory, settings);
          Packaged third = Packaged.start(directory, settings)) {
        second.url();
        third.url();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        List<Future<List<Long>>> written = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
          written.add(writers.submit(writer(database, w)));
        }

        assertEquals(first.pid(), activePid(database));
        first.signal("KILL");
        requireTakeover(second);
        Packaged active = activePid(database) == second.pid() ? second : third;
        Packaged waiting = active == second ? third : second;
        active.signal("STOP");
        requireTakeover(waiting);
        active.signal("CONT");
        writers.shutdown();
        assertTrue(writers.awaitTermination(120, TimeUnit.SECONDS));
        observe(third);

        List<Long> committed = new ArrayList<>();
        for (Future<List<Long>> one : written) {
          committed.addAll(one.get());
        }
        await()
            .atMost(Duration.ofSeconds(2))
            .until(() -> one(database, "select count(*) from ledger_pending") == 0);
        Checkpoint last = observe(second);
        assertEquals(committed.size(), last.size());
        assertEquals(committed.size(), one(database, "select count(*) from ledger_entry"));
        requireOrder(database, written);
        onlooker.leaves(second.url(), last);
      }
    }
  }

  /** Appends in transactions of its own, some of which roll back and some of which take long. */
  private static Callable<List<Long>> writer(TestDatabase database, int number) {
    return () -> {
      Random random = new Random(number);
      List<Long> committed = new ArrayList<>();
      try (Connection app = database.connect(Role.APP)) {
        app.setAutoCommit(false);
        while (committed.size() < EACH) {
          long entry = Log.append(app, Log.data(number + "/" + committed.size()));
          if (random.nextInt(4) == 0) {
            app.rollback();
          } else {
            if (random.nextInt(50) == 0) {
              pause(app);
            }
            app.commit();
            committed.add(entry);
          }
        }
      }
      return committed;
    };
  }

  private static void pause(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_sleep(0.4)");
    }
  }

  private Checkpoint observe(Packaged replica) {
    return onlooker.looksAt(replica.url());
  }

  private static long activePid(TestDatabase database) throws SQLException {
    return one(
        database, "select split_part(holder, ' ', 1)::bigint from lease where name = 'sequencer'");
  }

  private void requireTakeover(Packaged replica) {
    Duration takeover = untilPublishedAgain(replica);
    assertTrue(takeover.compareTo(Duration.ofSeconds(5)) < 0, "takeover took " + takeover);
  }

  private Duration untilPublishedAgain(Packaged replica) {
    long start = System.nanoTime();
    long before = observe(replica).size();
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> observe(replica).size() > before);
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Each writer's entries are in the order of its commits. */
  private static void requireOrder(TestDatabase database, List<Future<List<Long>>> written)
      throws Exception {
    Map<Long, Long> places = new HashMap<>();
    try (Connection owner = database.connect(Role.OWNER);
        Statement statement = owner.createStatement();
        ResultSet leaves = statement.executeQuery("select entry, leaf_index from ledger_leaf")) {
      while (leaves.next()) {
        places.put(leaves.getLong(1), leaves.getLong(2));
      }
    }
    for (Future<List<Long>> one : written) {
      List<Long> order = one.get().stream().map(places::get).toList();
      assertEquals(order.stream().sorted().toList(), order);
    }
  }

  private static long one(TestDatabase database, String query) throws SQLException {
    try (Connection owner = database.connect(Role.OWNER);
        Statement statement = owner.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }
}
