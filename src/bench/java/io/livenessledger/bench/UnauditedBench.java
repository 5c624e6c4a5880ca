package io.livenessledger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.bench.crowd.Crowd;
import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Bodies;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Reads of the packaged program with bearer tokens and without their events, beside the least that
 * can answer them and beside the same row by pgbench, by turns: what HTTP, tokens and JSON cost.
 * {@code ./mvnw -Punaudited package -DskipTests} builds a program that writes no events, {@code
 * ./mvnw -Pbench test -Dtest=UnauditedBench} measures it.
 */
class UnauditedBench {
  private static final int CALLERS = 16;
  private static final int READS = Integer.getInteger("bench.reads", 200_000);
  private static final int TURNS = 5;
  private static final int A_TURN = READS / TURNS;
  private static final int RECORDS = 1000;
  private static final int PORT = Integer.getInteger("bench.port", 18_471);
  private static final List<String> OPTIONS =
      List.of(System.getProperty("bench.options", "-Xmx512m").split(" "));
  private static final String SELECT =
      "\\set n random(1, " + RECORDS + ")\nselect * from record where id = 'bench-' || :n::text;\n";

  @Test
  void readsASecond() throws Exception {
    try (Machine machine = Machine.start(true)) {
      machine.fill(new Crowd(1, RECORDS, true));
      try (Service service = Service.start(machine, OPTIONS, Map.of())) {
        store(service);
        String before = events(machine);
        measure(machine, Reads.requests(service.token(), RECORDS), service);
        assertEquals(before, events(machine), "none is written");
      }
    }
  }

  private static void store(Service service) throws Exception {
    for (int i = 1; i <= RECORDS; i++) {
      String id = "bench-" + i;
      service.send(
          service
              .request("/v1/document-liveness/" + id + "/observations")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(Bodies.of("nested", id)))
              .build(),
          201);
    }
  }

  private static void measure(Machine machine, List<byte[]> requests, Service service)
      throws Exception {
    String database = machine.server().jdbcUrl();
    PgBench pgbench =
        new PgBench(database, machine.server().password(Role.APP), CALLERS, SELECT).seconds(5);
    double[] reads = new double[TURNS];
    double[] bare = new double[TURNS];
    double[] selects = new double[TURNS];
    try (BareHandler handler =
            new BareHandler(database, machine.server().password(Role.OWNER), CALLERS, PORT);
        Callers callers = new Callers(service.url(), CALLERS, requests);
        Callers others = new Callers(handler.url(), CALLERS, requests)) {
      callers.run(READS); // the JIT compiles
      others.run(READS);
      for (int turn = 0; turn < TURNS; turn++) {
        reads[turn] = A_TURN / callers.run(A_TURN);
        bare[turn] = A_TURN / others.run(A_TURN);
        selects[turn] = pgbench.run(Role.APP);
      }
    }
    print(median(reads), median(bare), median(selects));
  }

  private static double median(double[] turns) {
    Arrays.sort(turns);
    return turns[TURNS / 2];
  }

  private static void print(double reads, double bare, double selects) {
    Figures.print(
        "reads without audit",
        "%.0f/s by %d callers, %.0f/s of a bare handler, %.0f selects/s of pgbench"
            + " (medians of %d): ratios %.2f to pgbench and %.2f to the handler, whose own is %.2f",
        reads,
        CALLERS,
        bare,
        selects,
        TURNS,
        reads / selects,
        reads / bare,
        bare / selects);
  }

  private static String events(Machine machine) throws SQLException {
    try (Connection owner = machine.connect(Role.OWNER)) {
      return Long.toString(Machine.number(owner, "select count(*) from access_event"));
    }
  }
}
