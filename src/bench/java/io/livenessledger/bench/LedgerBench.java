package io.livenessledger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.ledger.log.Proofs;
import io.livenessledger.ledger.log.Published;
import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.History;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.history.Revision;
import io.livenessledger.store.Transactions;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.VendorResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What the log costs, on a database with fsync: {@code ./mvnw -Pbench test -Dtest=LedgerBench},
 * with {@code -Dbench.records=50000} records of twenty observations.
 */
@QuarkusTest
@QuarkusTestResource(DurablePostgres.class)
@QuarkusTestResource(VendorResource.class)
@TestMethodOrder(OrderAnnotation.class)
class LedgerBench {
  private static final int RECORDS = Integer.getInteger("bench.records", 50_000);
  private static final int OBSERVATIONS = 20;

  @Inject History history;
  @Inject Transactions transactions;
  @Inject Proofs proofs;
  @Inject Published published;

  @Test
  @Order(1)
  void leavesPerSecond() throws Throwable {
    Population.write(template(), RECORDS, OBSERVATIONS);
    long before = size();
    long start = System.nanoTime();
    Population.release();
    long all = before + (long) RECORDS * OBSERVATIONS;
    long beganAt = System.nanoTime();
    while (size() < all) {
      LockSupport.parkNanos(20_000_000);
    }
    double seconds = (System.nanoTime() - beganAt) / 1e9;
    Figures.print(
        "integration",
        "%d leaves in %.1f s: %.0f leaves/s",
        all - before,
        seconds,
        (all - before) / seconds);
    Figures.print("standing in line", "%.1f s", (beganAt - start) / 1e9);
  }

  private Template template() throws Throwable {
    String id = Bodies.freshId();
    Api.submit(id, Bodies.of("nested", id)).then().statusCode(201);
    RecordId record = new RecordId(id);
    Observation observation = read(() -> history.observation(record, 1));
    Body body = read(() -> history.body(observation));
    Revision revision = read(() -> history.revision(record, 1));
    String data =
        Database.rows("select data::text from revision where record_id = '" + id + "'").get(0);
    return new Template(observation, body, revision.content(), data);
  }

  private <T> T read(Supplier<Uni<T>> question) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> transactions.read(question));
  }

  private long size() throws Throwable {
    return VertxContextSupport.subscribeAndAwait(published::checkpoint).size();
  }

  @Test
  @Order(2)
  void commitToPublished() throws Throwable {
    Map<Long, Long> committed = new ConcurrentHashMap<>();
    NavigableMap<Long, Long> sizes = new TreeMap<>();
    Thread[] writers = new Thread[4];
    for (int w = 0; w < writers.length; w++) {
      int number = w;
      writers[w] = new Thread(() -> write(number, committed));
      writers[w].start();
    }
    long end = System.nanoTime() + 22_000_000_000L;
    while (System.nanoTime() < end) {
      sizes.putIfAbsent(size(), System.nanoTime());
      LockSupport.parkNanos(1_000_000);
    }
    for (Thread writer : writers) {
      writer.join();
    }
    Figures.percentiles("commit to published", waits(committed, sizes));
  }

  /** About 400 a second from four of these, for twenty seconds. */
  private static void write(int writer, Map<Long, Long> committed) {
    Random random = new Random(writer);
    try (Connection app = Database.asApp()) {
      for (int i = 0; i < 2000; i++) {
        long entry = Log.append(app, Log.data(writer + " " + i));
        committed.put(entry, System.nanoTime());
        LockSupport.parkNanos(5_000_000 + random.nextInt(10_000_000));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long[] waits(Map<Long, Long> committed, NavigableMap<Long, Long> sizes)
      throws Exception {
    List<Long> waits = new ArrayList<>();
    for (String row :
        Database.rows(
            "select entry, leaf_index from ledger_leaf order by leaf_index desc limit 8000")) {
      String[] columns = row.split("\\|", 2);
      Long at = committed.get(Long.parseLong(columns[0]));
      var covering = sizes.higherEntry(Long.parseLong(columns[1]));
      if (at != null && covering != null) {
        waits.add(covering.getValue() - at);
      }
    }
    assertEquals(committed.size(), waits.size());
    return waits.stream().mapToLong(Long::longValue).toArray();
  }

  @Test
  @Order(3)
  void proofs() throws Throwable {
    List<Long> entries =
        Database.rows("select entry from ledger_leaf order by random() limit 20000").stream()
            .map(Long::parseLong)
            .toList();
    // Twice: the first time the JIT compiles
    proofs(entries);
    Figures.percentiles("proof at " + size() + " leaves", proofs(entries));
  }

  private long[] proofs(List<Long> entries) throws Throwable {
    long[] nanos = new long[entries.size()];
    VertxContextSupport.subscribeAndAwait(() -> timed(entries, nanos));
    return nanos;
  }

  private Uni<Void> timed(List<Long> entries, long[] nanos) {
    return Multi.createFrom()
        .range(0, entries.size())
        .onItem()
        .transformToUniAndConcatenate(
            n -> {
              long start = System.nanoTime();
              return proofs.of(entries.get(n)).invoke(p -> nanos[n] = System.nanoTime() - start);
            })
        .collect()
        .last()
        .replaceWithVoid();
  }

  @Test
  @Order(4)
  void check() throws Throwable {
    for (int run = 1; run <= 3; run++) {
      long start = System.nanoTime();
      String location =
          Api.as("auditor")
              .post("/v1/ledger/check")
              .then()
              .statusCode(202)
              .extract()
              .header("Location");
      String state;
      do {
        LockSupport.parkNanos(50_000_000);
        state = Api.as("auditor").get(location).path("state");
      } while (state.equals("PENDING") || state.equals("RUNNING"));
      Figures.print(
          "whole check",
          "%s, %d leaves in %.1f s",
          state,
          size(),
          (System.nanoTime() - start) / 1e9);
    }
  }
}
