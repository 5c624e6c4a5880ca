package io.livenessledger.bench;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.ledger.log.Opening;
import io.livenessledger.record.statement.Statement;
import io.livenessledger.testkit.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.TreeMap;

/**
 * Many records like one, each with a history of one revision that is confirmed again and again: as
 * the program would have written them, but in bulk.
 */
final class Population {
  private static final int RECORDS_A_BATCH = 200;
  private static final String PENDING =
      """
      insert into ledger_pending select id from ledger_entry
       where id not in (select entry from ledger_leaf) and id not in (select entry from ledger_pending)
      """;

  private final Connection owner;
  private final Template template;

  private Population(Connection owner, Template template) {
    this.owner = owner;
    this.template = template;
  }

  /** Writes so many records with so many observations each; their entries wait for their places. */
  static void write(Template template, int records, int observations) throws SQLException {
    try (Connection owner = Database.asOwner()) {
      owner.setAutoCommit(false);
      Population population = new Population(owner, template);
      population.clones(records);
      population.facts(observations);
      population.statements(records, observations);
      owner.commit();
      owner.setAutoCommit(true);
      population.execute("vacuum analyze");
    }
  }

  /** Only now do the entries stand in line. */
  static void release() throws SQLException {
    Database.execute(PENDING);
  }

  private static String id(int record) {
    return "bench-" + record;
  }

  private void clones(int records) throws SQLException {
    execute("create temporary table clone (id text, content_digest bytea)");
    try (PreparedStatement insert = owner.prepareStatement("insert into clone values (?, ?)")) {
      for (int record = 0; record < records; record++) {
        insert.setString(1, id(record));
        insert.setBytes(2, template.contentDigest(id(record)).bytes());
        insert.addBatch();
        if (record % RECORDS_A_BATCH == 0 || record == records - 1) {
          insert.executeBatch();
        }
      }
    }
    execute("alter table clone add column bytes bytea");
    execute(
        "update clone c set bytes = convert_to(replace(convert_from(b.bytes, 'UTF8'), b.record_id,"
            + " c.id), 'UTF8') from body b where b.record_id = '"
            + template.id()
            + "'");
  }

  private void facts(int observations) throws SQLException {
    String last = Integer.toString(observations);
    String each = ", generate_series(1, " + observations + ") n";
    copy(
        "record",
        "id",
        "",
        "last_number",
        last,
        "observation",
        last,
        "fetched_at",
        "t.observed_at");
    copy(
        "revision",
        "record_id",
        "",
        "data",
        "replace(t.data::text, '" + template.id() + "', c.id)::jsonb");
    copy(
        "observation",
        "record_id",
        each,
        "number",
        "n",
        "trigger",
        "'REFRESH'",
        "vendor_status",
        "200",
        "starts_revision",
        "n = 1",
        "body_digest",
        "sha256(c.bytes)",
        "body_size",
        "length(c.bytes)");
    copy(
        "body",
        "record_id",
        each,
        "observation",
        "n",
        "bytes",
        "c.bytes",
        "digest",
        "sha256(c.bytes)");
  }

  /** All columns of the template's row, some of them replaced, for each clone. */
  private void copy(String table, String key, String more, String... replaced) throws SQLException {
    Map<String, String> columns = columns(table);
    columns.put(key, "c.id");
    columns.computeIfPresent("content_digest", (name, value) -> "c.content_digest");
    for (int i = 0; i < replaced.length; i += 2) {
      columns.put(replaced[i], replaced[i + 1]);
    }
    execute(
        "insert into %s (%s) select %s from %s t, clone c%s where t.%s = '%s'"
            .formatted(
                table,
                String.join(", ", columns.keySet()),
                String.join(", ", columns.values()),
                table,
                more,
                key,
                template.id()));
  }

  private Map<String, String> columns(String table) throws SQLException {
    Map<String, String> columns = new TreeMap<>();
    String query =
        "select column_name from information_schema.columns where is_generated = 'NEVER'"
            + " and table_name = '"
            + table
            + "'";
    try (var statement = owner.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      while (found.next()) {
        columns.put(found.getString(1), "t." + found.getString(1));
      }
    }
    return columns;
  }

  private void statements(int records, int observations) throws SQLException {
    long entry = number("select coalesce(max(id), 0) from ledger_entry");
    try (PreparedStatement entries =
            owner.prepareStatement(
                "insert into ledger_entry (id, leaf) overriding system value values (?, ?)");
        PreparedStatement statements =
            owner.prepareStatement("insert into observation_statement values (?, ?, ?, ?, ?, ?)");
        PreparedStatement last =
            owner.prepareStatement("update record set last_commitment = ? where id = ?")) {
      for (int record = 0; record < records; record++) {
        Digest previous = null;
        for (int number = 1; number <= observations; number++) {
          previous = add(entries, statements, ++entry, id(record), number, previous);
        }
        last.setBytes(1, previous.bytes());
        last.setString(2, id(record));
        last.addBatch();
        if (record % RECORDS_A_BATCH == 0 || record == records - 1) {
          entries.executeBatch();
          statements.executeBatch();
          last.executeBatch();
        }
      }
    }
    number("select setval(pg_get_serial_sequence('ledger_entry', 'id'), " + entry + ")");
  }

  private Digest add(
      PreparedStatement entries,
      PreparedStatement statements,
      long entry,
      String id,
      int number,
      Digest previous)
      throws SQLException {
    Statement statement = template.statement(id, number, previous);
    Opening opening = Opening.of(statement.canonical());
    Digest commitment = opening.commitment();
    entries.setLong(1, entry);
    entries.setBytes(
        2, new Leaf(statement.observation().storedAt(), commitment, Statement.KIND).data());
    entries.addBatch();
    statements.setString(1, id);
    statements.setInt(2, number);
    statements.setTimestamp(3, Timestamp.from(statement.observation().storedAt()));
    statements.setLong(4, entry);
    statements.setBytes(5, opening.salt());
    statements.setBytes(6, opening.statement());
    statements.addBatch();
    return commitment;
  }

  private long number(String query) throws SQLException {
    try (var statement = owner.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      found.next();
      return found.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
