package io.livenessledger.bench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.access.event.AccessEvent;
import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.merkle.TreeHash;
import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.IssuerResource;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.VendorResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * Audited reads with bearer tokens against the least that a database needs for the like: a
 * transaction of pgbench that reads a row by its key and inserts one. By turns, on a database with
 * fsync: {@code ./mvnw -Pbench test -Dtest=AccessBench}.
 */
@QuarkusTest
@QuarkusTestResource(DurablePostgres.class)
@QuarkusTestResource(VendorResource.class)
@QuarkusTestResource(IssuerResource.class)
class AccessBench {
  private static final int CALLERS = 32;
  private static final int READS = Integer.getInteger("bench.reads", 200_000);
  private static final int TURNS = 5;
  private static final int A_TURN = READS / TURNS;
  private static final int RECORDS = 1000;

  private static final String EVENTS =
      "select l.leaf_index, a.at, a.salt, a.statement from access_event a"
          + " join ledger_leaf l on l.entry = a.entry where a.action = 'READ_RECORD'";

  @TestHTTPResource("")
  URI server;

  @ConfigProperty(name = "quarkus.oidc.auth-server-url")
  String issuer;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String database;

  @ConfigProperty(name = "quarkus.flyway.password")
  String password;

  @Test
  void readsASecond() throws Exception {
    Reads.store(RECORDS);
    PgBench pgbench = new PgBench(database, password, CALLERS, RECORDS);
    double[] reads = new double[TURNS];
    double[] transactions = new double[TURNS];
    long before;
    try (Callers callers =
        new Callers(server, CALLERS, Reads.requests(Reads.token(issuer), RECORDS))) {
      callers.run(READS / 2); // the JIT compiles
      before = events();
      for (int turn = 0; turn < TURNS; turn++) {
        reads[turn] = A_TURN / callers.run(A_TURN);
        transactions[turn] = pgbench.run();
      }
    }
    assertEquals(before + READS, events(), "one event for each read");
    assertEquals(events(), proven(Log.published()), "each in the signed tree");
    Arrays.sort(reads);
    Arrays.sort(transactions);
    Figures.print(
        "audited reads",
        "%d, each proven; %.0f/s by %d callers, %.0f transactions/s of pgbench (medians of %d): ratio %.2f",
        READS,
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

  /** How many reads' events are leaves of the tree that the checkpoint signs. */
  private static long proven(Checkpoint signed) throws SQLException {
    List<byte[]> leaves = Log.leaves(signed.size());
    assertEquals(signed.root(), TreeHash.ofTree(leaves.stream().map(TreeHash::ofLeaf).toList()));
    long proven = 0;
    try (Connection owner = Database.asOwner();
        Statement query = owner.createStatement();
        ResultSet event = query.executeQuery(EVENTS)) {
      while (event.next()) {
        Digest commitment = Digest.sha256(event.getBytes("salt"), event.getBytes("statement"));
        Instant at = event.getTimestamp("at").toInstant();
        assertArrayEquals(
            leaves.get(event.getInt("leaf_index")),
            new Leaf(at, commitment, AccessEvent.KIND).data());
        proven++;
      }
    }
    return proven;
  }
}
