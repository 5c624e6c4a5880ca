package io.livenessledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.store.embedded.Role;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements that the program sends, read from the server's log, and how the server runs them.
 */
final class Statements {
  private static final Pattern BEGUN =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d .*? execute [^:]*: (.*)");
  private static final String DETAIL = "DETAIL:  Parameters: ";
  private static final Pattern ABOUT_RECORDS =
      Pattern.compile(
          " (record r where|revision v join|from revision|record_statistic|record_total)\\s");

  /** They plan only, or keep what is asked of. */
  private static final Pattern NO_QUESTION = Pattern.compile("^(insert|explain|with moved) ");

  private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*+'|NULL)");
  private static final Pattern POSITION = Pattern.compile("[<>] \\(\\$(\\d+), \\$(\\d+)\\)");
  private static final Pattern TIME = Pattern.compile("(?:Planning|Execution) Time: ([0-9.]+) ms");

  private final Machine machine;
  private final Connection connection;

  Statements(Machine machine) throws SQLException {
    this.machine = machine;
    logging("0");
    connection = machine.connect(Role.APP);
    // As the program's pool for reads has it
    Machine.execute(connection, "set plan_cache_mode = force_custom_plan");
    Machine.execute(connection, "set jit = off");
  }

  /** Of all sessions: {@code 0} is on, {@code -1} is off, a moment later. */
  void logging(String from) throws SQLException {
    try (Connection superuser = machine.connect(Role.SUPERUSER)) {
      Machine.execute(superuser, "alter system set log_min_duration_statement = " + from);
      Machine.execute(superuser, "select pg_reload_conf()");
      Machine.execute(superuser, "select pg_sleep(0.5)");
    }
  }

  /** One that was sent. */
  record Sent(String sql, List<String> values) {
    /** With its values in their places. */
    String text() {
      Matcher place = Pattern.compile("\\$(\\d+)").matcher(sql);
      return place
          .replaceAll(
              found -> Matcher.quoteReplacement(values.get(Integer.parseInt(found.group(1)) - 1)))
          .replace('\n', ' ');
    }

    boolean hasPosition() {
      return POSITION.matcher(sql).find();
    }

    /** The same from another place in the order. */
    Sent at(String value, String id) {
      Matcher position = POSITION.matcher(sql);
      if (!position.find()) {
        throw new IllegalStateException("no position in " + sql);
      }
      List<String> moved = new ArrayList<>(values);
      moved.set(Integer.parseInt(position.group(1)) - 1, "'" + value + "'");
      moved.set(Integer.parseInt(position.group(2)) - 1, "'" + id + "'");
      return new Sent(sql, moved);
    }
  }

  /** How it was run. */
  record Plan(String text) {
    double millis() {
      return TIME.matcher(text).results().mapToDouble(m -> Double.parseDouble(m.group(1))).sum();
    }

    String rows() {
      Matcher rows = Pattern.compile("actual time=\\S+ rows=([0-9.]+)").matcher(text);
      return rows.find() ? rows.group(1).replaceAll("\\.\\d+$", "") : "?";
    }

    /** Pages that were looked at. */
    long pages() {
      Matcher pages = Pattern.compile("Buffers: shared hit=(\\d+)?(?: read=(\\d+))?").matcher(text);
      return pages.find()
          ? Long.parseLong(pages.group(1))
              + (pages.group(2) == null ? 0 : Long.parseLong(pages.group(2)))
          : 0;
    }

    /** By which ways its tables were read. */
    String ways() {
      return String.join(
          ", ",
          Pattern.compile(
                  "(Index Only Scan|Index Scan|Bitmap Index Scan|Seq Scan|Sort|HashAggregate|MixedAggregate|GroupAggregate|Incremental Sort|Bitmap Heap Scan|Nested Loop|Hash Join|Merge Join)"
                      + "( Backward)?(?: using (\\w+)| on (ix_\\w+|record\\w*|statistic\\w*|revision|observation))?")
              .matcher(text)
              .results()
              .map(Statements::way)
              .filter(way -> !way.isEmpty())
              .distinct()
              .toList());
    }
  }

  private static String way(MatchResult found) {
    String kind = found.group(1).toLowerCase(Locale.ROOT);
    String on = found.group(3) == null ? found.group(4) : found.group(3);
    return on == null ? kind : kind + " " + on + (found.group(2) == null ? "" : " backward");
  }

  long mark() throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(machine.log().toFile(), "r")) {
      return log.length();
    }
  }

  /** Those about records that were sent since then. */
  List<Sent> since(long mark) throws IOException {
    try (RandomAccessFile log = new RandomAccessFile(machine.log().toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(log.length() - mark)];
      log.seek(mark);
      log.readFully(bytes);
      return sent(new String(bytes, UTF_8)).stream()
          .filter(one -> ABOUT_RECORDS.matcher(one.sql()).find())
          .filter(one -> !NO_QUESTION.matcher(one.sql()).find())
          .toList();
    }
  }

  private static List<Sent> sent(String log) {
    List<Sent> sent = new ArrayList<>();
    StringBuilder sql = new StringBuilder();
    List<String> values = List.of();
    for (String line : log.lines().toList()) {
      Matcher begun = BEGUN.matcher(line);
      int detail = line.indexOf(DETAIL);
      if (detail > 0) {
        values = values(line.substring(detail + DETAIL.length()));
      } else if (line.startsWith("\t") && sql.length() > 0) {
        sql.append('\n').append(line.substring(1));
      } else {
        add(sent, sql, values);
        values = List.of();
        sql.append(begun.matches() ? begun.group(1) : "");
      }
    }
    add(sent, sql, values);
    return sent;
  }

  private static void add(List<Sent> sent, StringBuilder sql, List<String> values) {
    if (sql.length() > 0) {
      sent.add(new Sent(sql.toString(), values));
      sql.setLength(0);
    }
  }

  private static List<String> values(String parameters) {
    List<String> values = new ArrayList<>();
    VALUE.matcher(parameters).results().forEach(value -> values.add(value.group(2)));
    return values;
  }

  /** Runs it three times; how it was the last time. */
  Plan run(Sent sent) throws SQLException {
    String values = String.join(", ", sent.values());
    Machine.execute(connection, "prepare q as " + sent.sql());
    try (Statement statement = connection.createStatement()) {
      String text = "";
      for (int time = 0; time < 3; time++) {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines =
            statement.executeQuery(
                "explain (analyze, buffers) execute q"
                    + (values.isEmpty() ? "" : "(" + values + ")"))) {
          while (lines.next()) {
            plan.append(lines.getString(1)).append('\n');
          }
        }
        text = plan.toString();
      }
      return new Plan(text);
    } finally {
      Machine.execute(connection, "deallocate q");
    }
  }
}
