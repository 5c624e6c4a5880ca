package io.livenessledger.bench.crowd;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.Observation.Trigger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Records in millions, as the program would have written them; the same ones for the same seed and
 * number. Into a database that has none.
 *
 * @param withFacts with bodies, statements and ledger entries, which wait for their leaves
 */
public record Crowd(long seed, long records, boolean withFacts) {
  private static final int WORKERS = 2;
  private static final List<String> FACTS = List.of("record", "revision", "observation");
  private static final List<String> ALL =
      List.of(
          "record",
          "revision",
          "observation",
          "body",
          "ledger_entry",
          "ledger_pending",
          "observation_statement");

  /** Gives a connection as the owner of the tables. */
  public interface Connections {
    Connection get() throws SQLException;
  }

  /** Of the nth record. */
  public String id(long n) {
    return Person.draw(seed, n, records, new Kinds(seed)).id();
  }

  /** What the vendor would say of the nth record now. */
  public String answer(long n) {
    Person person = Person.draw(seed, n, records, new Kinds(seed));
    Content latest = person.contents().get(person.contents().size() - 1);
    return new String(Answer.of(person.id(), latest), UTF_8);
  }

  /** Writes them past triggers, keys and indexes, which are there again when it returns. */
  public void load(Connections connections) throws Exception {
    try (Connection owner = connections.get()) {
      Kinds kinds = new Kinds(seed);
      List<Integer> profiles = profiles(owner, kinds);
      Shelf shelf = Shelf.clear(owner);
      copy(connections, kinds, profiles);
      shelf.restore();
      execute(owner, "vacuum analyze");
    }
  }

  private void copy(Connections connections, Kinds kinds, List<Integer> profiles) throws Exception {
    AtomicLong entries = new AtomicLong();
    ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
    List<Future<Void>> parts = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      long from = records * worker / WORKERS;
      long to = records * (worker + 1) / WORKERS;
      Callable<Void> part = () -> copy(connections, kinds, profiles, entries, from, to);
      parts.add(workers.submit(part));
    }
    for (Future<Void> part : parts) {
      part.get();
    }
    workers.shutdown();
    if (withFacts) {
      try (Connection owner = connections.get()) {
        execute(
            owner,
            "select setval(pg_get_serial_sequence('ledger_entry', 'id'), " + entries.get() + ")");
      }
    }
  }

  private Void copy(
      Connections connections,
      Kinds kinds,
      List<Integer> profiles,
      AtomicLong entries,
      long from,
      long to)
      throws SQLException {
    Map<String, Copy> tables = new HashMap<>();
    List<Connection> open = new ArrayList<>();
    for (String table : withFacts ? ALL : FACTS) {
      Connection own = connections.get();
      open.add(own);
      tables.put(table, new Copy(own, table, columns(table)));
    }
    Writer writer = new Writer(tables, profiles, entries, withFacts);
    for (long n = from; n < to; n++) {
      writer.write(Person.draw(seed, n, records, kinds));
    }
    for (Copy table : tables.values()) {
      table.end();
    }
    for (Connection one : open) {
      one.close();
    }
    return null;
  }

  private static List<String> columns(String table) {
    return Rows.COLUMNS.containsKey(table)
        ? Rows.COLUMNS.get(table)
        : Writer.FACT_COLUMNS.get(table);
  }

  /** What the trigger says of a record of each kind. */
  private static List<Integer> profiles(Connection owner, Kinds kinds) throws SQLException {
    execute(owner, "create temporary table kind (like record including defaults)");
    execute(
        owner,
        "create trigger profile before insert on kind for each row execute function"
            + " assign_profile()");
    Copy copy = new Copy(owner, "kind", Rows.COLUMNS.get("record"));
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < kinds.all().size(); i++) {
      Content content = Person.content(kinds.all().get(i), "", "", Instant.EPOCH, random);
      Observation seen =
          new Person.Seen(Outcome.PRESENT, Trigger.REFRESH, Instant.EPOCH, 1, true)
              .of("kind-" + i, i, null, null);
      copy.row(Rows.record("kind-" + i, List.of(seen), content, 1, null, null));
    }
    copy.end();
    List<Integer> profiles = new ArrayList<>();
    try (Statement statement = owner.createStatement();
        ResultSet found = statement.executeQuery("select profile from kind order by last_number")) {
      while (found.next()) {
        profiles.add(found.getInt(1));
      }
    }
    return profiles;
  }

  private static void execute(Connection owner, String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
