package io.livenessledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own load generator with a transaction of four statements: begin, select a record,
 * insert a row of an event's size, commit. The program is {@code -Dbench.pgbench}.
 */
final class PgBench {
  private static final String PROGRAM =
      System.getProperty("bench.pgbench", "/usr/lib/postgresql/15/bin/pgbench");
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");

  private final URI database;
  private final String password;
  private final int clients;
  private final Path script;
  private int seconds = 10;

  PgBench(String jdbcUrl, String password, int clients, int records)
      throws IOException, SQLException {
    this(jdbcUrl, password, clients, readsWithInserts(records));
    Database.execute(
        "create table bench_event (id bigint generated always as identity primary key,"
            + " record_id text, at timestamptz default now(), statement text)");
  }

  /** With another transaction, in pgbench's language. */
  PgBench(String jdbcUrl, String password, int clients, String transaction) throws IOException {
    this.database = URI.create(jdbcUrl.substring("jdbc:".length()));
    this.password = password;
    this.clients = clients;
    this.script = Files.writeString(Files.createTempFile("transaction", ".sql"), transaction);
  }

  private static String readsWithInserts(int records) {
    return "\\set n random(1, "
        + records
        + ")\nbegin;\nselect * from record where id = 'bench-' || :n::text;\n"
        + "insert into bench_event (record_id, statement) values ('bench-' || :n::text, '"
        + "x".repeat(600)
        + "');\ncommit;\n";
  }

  /** For so long. */
  PgBench seconds(int wanted) {
    seconds = wanted;
    return this;
  }

  /** Transactions a second. */
  double run() throws IOException, InterruptedException {
    return run(Role.OWNER);
  }

  /** The same by another role, of which the password is. */
  double run(Role role) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                PROGRAM,
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=2",
                "--time=" + seconds,
                "--file=" + script,
                "--host=" + database.getHost(),
                "--port=" + database.getPort(),
                "--username=" + role.user(),
                database.getPath().substring(1)));
    builder.environment().put("PGPASSWORD", password);
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    Matcher tps = TPS.matcher(output);
    if (!tps.find()) {
      throw new IOException(output);
    }
    return Double.parseDouble(tps.group(1));
  }
}
