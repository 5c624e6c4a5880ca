package io.livenessledger.testkit.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.canonical.Digest;
import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.drill.Told.Acknowledged;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What must be true after a drill, whatever was broken. */
public final class Verdict {
  private static final Logger LOG = Logger.getLogger(Verdict.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** States of a check that goes on. */
  private static final Set<String> OPEN = Set.of("PENDING", "RUNNING");

  private static final String STORED =
      """
      select o.record_id, o.number, o.body_digest, b.bytes, s.salt, s.statement, l.leaf_index
        from observation o
        left join body b on b.record_id = o.record_id and b.observation = o.number
        left join observation_statement s on s.record_id = o.record_id and s.observation = o.number
        left join ledger_leaf l on l.entry = s.entry
      """;
  private static final String OUT_OF_ORDER =
      """
      select r.id from record r left join observation o on o.record_id = r.id
       group by r.id, r.last_number
      having r.last_number <> count(*) or r.last_number <> max(o.number)
          or count(*) <> count(distinct o.body_digest)
      """;

  private final Drill drill;

  public Verdict(Drill drill) {
    this.drill = drill;
  }

  /** The same of all that a load was told of. */
  public void nothingIsLost(Load load, Packaged replica) throws SQLException {
    LOG.infof("%d calls", load.all().size());
    nothingIsLost(load.acknowledged(), replica);
  }

  /**
   * Every acknowledged observation is stored as the vendor said it, is numbered without gaps, and
   * is a leaf of the tree that an outsider computes; the program's own check agrees.
   *
   * @param replica that is asked
   */
  public void nothingIsLost(List<Acknowledged> acknowledged, Packaged replica) throws SQLException {
    Checkpoint latest = published(replica);
    List<byte[]> leaves = drill.onlooker().leaves(replica.url(), latest);
    Map<Acknowledged, Long> stored = stored(leaves);
    List<Acknowledged> lost = acknowledged.stream().filter(a -> !stored.containsKey(a)).toList();
    LOG.infof(
        "%d observations acknowledged, %d stored, %d leaves",
        acknowledged.size(), stored.size(), latest.size());
    assertEquals(List.of(), lost, "acknowledged and lost");
    assertTrue(!acknowledged.isEmpty(), "nothing was acknowledged");
    assertEquals(List.of(), rows(OUT_OF_ORDER), "records with gaps, or with an answer twice");
    selfCheckPasses(replica);
  }

  /** Waits until every committed entry is a leaf; the checkpoint that covers all. */
  public Checkpoint published(Packaged replica) {
    await()
        .atMost(PATIENCE)
        .until(() -> rows("select entry::text from ledger_pending limit 1").isEmpty());
    return drill.onlooker().looksAt(replica.url());
  }

  /** Has the program recompute everything from what is stored. */
  public void selfCheckPasses(Packaged replica) {
    // Who has just started may still be busy with what was left to it
    Response accepted =
        await()
            .atMost(PATIENCE)
            .until(
                () -> Drill.call(replica).post("/v1/ledger/check"),
                told -> told.statusCode() == 202);
    Response ended =
        await()
            .atMost(PATIENCE)
            .until(
                () -> Drill.call(replica).get(accepted.header("Location")),
                told -> told.statusCode() == 200 && !OPEN.contains(told.<String>path("state")));
    assertEquals("PASSED", ended.path("state"), ended.asString());
  }

  /** What is stored, where its leaf is what it commits to. */
  private Map<Acknowledged, Long> stored(List<byte[]> leaves) throws SQLException {
    Map<Acknowledged, Long> stored = new HashMap<>();
    try (Connection owner = drill.connect(Role.OWNER);
        Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(STORED)) {
      while (row.next()) {
        Digest body = Digest.sha256(row.getBytes("bytes"));
        String id = row.getString("record_id");
        int number = row.getInt("number");
        assertEquals(body, Digest.ofBytes(row.getBytes("body_digest")), id);
        int leaf = (int) row.getLong("leaf_index");
        assertTrue(!row.wasNull() && leaf < leaves.size(), id + " " + number + " has no leaf");
        requireCommitted(row, body, new String(leaves.get(leaf), UTF_8));
        stored.put(new Acknowledged(id, number, body.reprDigest()), (long) leaf);
      }
    }
    return stored;
  }

  private static void requireCommitted(ResultSet row, Digest body, String leaf)
      throws SQLException {
    byte[] said = row.getBytes("statement");
    String commitment = Digest.sha256(row.getBytes("salt"), said).base64();
    assertTrue(leaf.contains("\"commitment\":\"" + commitment + "\""), leaf);
    String statement = new String(said, UTF_8);
    assertTrue(statement.contains("\"bodyDigest\":\"" + body.reprDigest() + "\""), statement);
    assertTrue(statement.contains("\"observation\":" + row.getInt("number") + ","), statement);
    assertTrue(statement.contains("\"recordId\":\"" + row.getString("record_id") + "\""));
  }

  /**
   * Nobody was told anything wrong, and every failure was a problem of these codes that says when
   * to come back.
   *
   * @param broken whether connections could break, or be refused
   */
  public static void onlyAllowedFailures(Load load, boolean broken, String... codes) {
    List<Told> all = load.all();
    Set<String> allowed = Set.of(codes);
    assertEquals(List.of(), all.stream().filter(t -> t.wrong() != null).map(Told::wrong).toList());
    List<Told> others =
        all.stream()
            .filter(told -> !told.isSuccess())
            .filter(told -> !(broken && told.isBroken()))
            .filter(told -> !allowed.contains(told.problem()) || isImpolite(told))
            .toList();
    LOG.infof("failures: %s", failures(all));
    assertEquals(List.of(), others);
  }

  private static boolean isImpolite(Told told) {
    return told.status() == 503 && !told.saysWhenToComeBack();
  }

  private static Map<String, Long> failures(List<Told> all) {
    return all.stream()
        .filter(told -> !told.isSuccess())
        .collect(Collectors.groupingBy(t -> t.status() + " " + t.problem(), Collectors.counting()));
  }

  /** The first column of a query by the owner. */
  public List<String> rows(String sql) throws SQLException {
    return rows(Role.OWNER, sql);
  }

  /** The first column of a query. */
  public List<String> rows(Role role, String sql) throws SQLException {
    try (Connection connection = drill.connect(role);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    }
  }
}
