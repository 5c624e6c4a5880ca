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
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Reads with bearer tokens and without their events against the same row by pgbench, and by a
 * Vert.x handler that does nothing else: what HTTP, and what tokens, rules and JSON cost. By turns:
 * {@code ./mvnw -Pbench test -Dtest=UnauditedBench}.
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
  @Inject Vertx vertx;
  @Inject Pool pool;

  @Test
  void readsASecond() throws Exception {
    Reads.store(RECORDS);
    Database.execute("vacuum analyze");
    String before = events();
    QuarkusMock.installMockForType(
        new UnwrittenLog(config, background, transactions, metrics, clock), AccessLog.class);
    HttpServer bare = bare();
    PgBench pgbench = new PgBench(database, password, CALLERS, SELECT).seconds(5);
    double[] reads = new double[TURNS];
    double[] handled = new double[TURNS];
    double[] selects = new double[TURNS];
    List<byte[]> requests = Reads.requests(issuer, RECORDS);
    try (Callers callers = new Callers(server, CALLERS, requests);
        Callers ofBare = new Callers(local(bare), CALLERS, requests)) {
      callers.run(READS); // the JIT compiles
      ofBare.run(READS);
      for (int turn = 0; turn < TURNS; turn++) {
        reads[turn] = A_TURN / callers.run(A_TURN);
        handled[turn] = A_TURN / ofBare.run(A_TURN);
        selects[turn] = pgbench.run(Role.OWNER);
      }
    }
    assertEquals(before, events(), "none is written");
    print("reads without audit", reads, selects);
    print("the select in a Vert.x handler", handled, selects);
  }

  /** Answers any request with some of its row, unaudited, to anybody. */
  private HttpServer bare() {
    HttpServer bare = vertx.createHttpServer().requestHandler(this::select);
    return bare.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
  }

  private void select(HttpServerRequest request) {
    String id = request.path().substring(request.path().lastIndexOf('/') + 1);
    pool.preparedQuery("select * from record where id = $1")
        .execute(Tuple.of(id))
        .map(rows -> rows.iterator().next())
        .map(row -> row.getString("id") + row.getBoolean("live") + row.getValue("risk_score"))
        .onSuccess(text -> request.response().end(text))
        .onFailure(failure -> request.response().setStatusCode(500).end());
  }

  private static URI local(HttpServer bare) {
    return URI.create("http://localhost:" + bare.actualPort());
  }

  private static void print(String name, double[] calls, double[] selects) {
    Arrays.sort(calls);
    Arrays.sort(selects);
    Figures.print(
        name,
        "%.0f/s by %d callers, %.0f selects/s of pgbench (medians of %d): ratio %.2f",
        calls[TURNS / 2],
        CALLERS,
        selects[TURNS / 2],
        TURNS,
        calls[TURNS / 2] / selects[TURNS / 2]);
  }

  private static String events() throws Exception {
    return Database.rows("select count(*) from access_event").get(0);
  }
}
