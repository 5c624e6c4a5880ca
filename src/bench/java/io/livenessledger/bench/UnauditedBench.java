package io.livenessledger.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.access.write.AccessConfig;
import io.livenessledger.access.write.AccessLog;
import io.livenessledger.access.write.EventMetrics;
import io.livenessledger.access.write.UnwrittenLog;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.IssuerResource;
import io.livenessledger.testkit.VendorResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Reads with bearer tokens and without their events against the same row by pgbench: what HTTP,
 * tokens and JSON cost. By turns: {@code ./mvnw -Pbench test -Dtest=UnauditedBench}.
 */
@QuarkusTest
@QuarkusTestResource(DurablePostgres.class)
@QuarkusTestResource(VendorResource.class)
@QuarkusTestResource(IssuerResource.class)
class UnauditedBench {
  private static final int CALLERS = 16;
  private static final int READS = Integer.getInteger("bench.reads", 100_000);
  private static final int TURNS = 5;
  private static final int A_TURN = READS / TURNS;
  private static final int RECORDS = 1000;
  private static final int PORT = Integer.getInteger("bench.port", 18_471);
  private static final String SELECT =
      "\\set n random(1, " + RECORDS + ")\nselect * from record where id = 'bench-' || :n::text;\n";

  @TestHTTPResource("")
  URI server;

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String issuer;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  @ConfigProperty(name = "quarkus.flyway.password")
  String password;

  @Inject AccessConfig config;
  @Inject Background background;
  @Inject Transactions transactions;
  @Inject EventMetrics metrics;
  @Inject Clock clock;

  @Test
  void readsASecond() throws Exception {
    Reads.store(RECORDS);
    Database.execute("vacuum analyze");
    String before = events();
    QuarkusMock.installMockForType(
        new UnwrittenLog(config, background, transactions, metrics, clock), AccessLog.class);
    PgBench pgbench = new PgBench(database, password, CALLERS, SELECT).seconds(5);
    double[] reads = new double[TURNS];
    double[] bare = new double[TURNS];
    double[] selects = new double[TURNS];
    List<byte[]> requests = Reads.requests(issuer, RECORDS);
    try (BareHandler handler = new BareHandler(database, password, CALLERS, PORT);
        Callers callers = new Callers(server, CALLERS, requests);
        Callers others = new Callers(handler.url(), CALLERS, requests)) {
      callers.run(READS); // the JIT compiles
      others.run(READS);
      for (int turn = 0; turn < TURNS; turn++) {
        reads[turn] = A_TURN / callers.run(A_TURN);
        bare[turn] = A_TURN / others.run(A_TURN);
        selects[turn] = pgbench.run(Role.OWNER);
      }
    }
    assertEquals(before, events(), "none is written");
    Arrays.sort(reads);
    Arrays.sort(bare);
    Arrays.sort(selects);
    Figures.print(
        "reads without audit",
        "%.0f/s by %d callers, %.0f/s of a bare handler, %.0f selects/s of pgbench"
            + " (medians of %d): ratios %.2f to pgbench and %.2f to the handler, whose own is %.2f",
        reads[TURNS / 2],
        CALLERS,
        bare[TURNS / 2],
        selects[TURNS / 2],
        TURNS,
        reads[TURNS / 2] / selects[TURNS / 2],
        reads[TURNS / 2] / bare[TURNS / 2],
        bare[TURNS / 2] / selects[TURNS / 2]);
  }

  private static String events() throws Exception {
    return Database.rows("select count(*) from access_event").get(0);
  }
}
