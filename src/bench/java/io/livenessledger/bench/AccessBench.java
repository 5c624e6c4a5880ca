package io.livenessledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.VendorResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Audited reads against the least that a database needs for the like: a transaction of pgbench that
 * reads a row by its key and inserts one. By turns, on a database with fsync: {@code ./mvnw -Pbench
 * test -Dtest=AccessBench}.
 */
@QuarkusTest
@QuarkusTestResource(DurablePostgres.class)
@QuarkusTestResource(VendorResource.class)
class AccessBench {
  private static final int CALLERS = 32;
  private static final int READS = Integer.getInteger("bench.reads", 200_000);
  private static final int TURNS = 5;
  private static final int RECORDS = 1000;
  private static final Pattern LENGTH = Pattern.compile("content-length: ([0-9]+)");

  @TestHTTPResource("")
  URI server;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  @ConfigProperty(name = "quarkus.flyway.password")
  String password;

  @Test
  void readsASecond() throws Exception {
    for (int i = 1; i <= RECORDS; i++) {
      String id = "bench-" + i;
      Api.submit(id, Bodies.of("nested", id)).then().statusCode(201);
    }
    PgBench pgbench = new PgBench(database, password, CALLERS, RECORDS);
    reads(READS / 4); // the JIT compiles
    long before = events();
    double[] reads = new double[TURNS];
    double[] transactions = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      reads[turn] = reads(READS / TURNS);
      transactions[turn] = pgbench.run();
    }
    assertEquals(before + READS, events(), "one event for each read");
    assertEquals("0", published(), "events without a leaf");
    Arrays.sort(reads);
    Arrays.sort(transactions);
    Figures.print(
        "audited reads",
        "%.0f/s by %d callers, %.0f transactions/s of pgbench (medians of %d): ratio %.2f",
        reads[TURNS / 2],
        CALLERS,
        transactions[TURNS / 2],
        TURNS,
        reads[TURNS / 2] / transactions[TURNS / 2]);
  }

  private static long events() throws Exception {
    return Long.parseLong(
        Database.rows("select count(*) from access_event where action = 'READ_RECORD'").get(0));
  }

  private static String published() throws Exception {
    Log.published();
    return Database.rows(
            "select count(*) from access_event a where not exists"
                + " (select from ledger_leaf l where l.entry = a.entry)")
        .get(0);
  }

  /** Reads a second. */
  private double reads(int count) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Future<?>> done = new ArrayList<>();
    long start = System.nanoTime();
    for (int c = 0; c < CALLERS; c++) {
      int mine = count / CALLERS;
      int first = c * 31;
      done.add(callers.submit(() -> call(first, mine)));
    }
    for (Future<?> one : done) {
      one.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    callers.shutdown();
    return count / seconds;
  }

  /** A connection of one's own, kept; as little of a client as will do. */
  private Void call(int first, int count) throws IOException {
    String credentials = Base64.getEncoder().encodeToString("viewer:viewer".getBytes(US_ASCII));
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 16384);
      for (int i = 0; i < count; i++) {
        String id = "bench-" + ((first + i) % RECORDS + 1);
        out.write(
            ("GET /v1/document-liveness/"
                    + id
                    + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Authorization: Basic "
                    + credentials
                    + "\r\n"
                    + "Access-Purpose: benchmark\r\nUser-Agent: bench/1\r\n\r\n")
                .getBytes(US_ASCII));
        answer(in);
      }
    }
    return null;
  }

  private static void answer(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.read());
    }
    assertEquals("HTTP/1.1 200", head.substring(0, 12));
    Matcher length = LENGTH.matcher(head);
    if (!length.find()) {
      throw new IOException("no length: " + head);
    }
    in.skipNBytes(Long.parseLong(length.group(1)));
  }
}
