package io.livenessledger.bench;

import io.livenessledger.store.embedded.Role;
import java.io.IOException;
import java.util.List;

/** PostgreSQL's own client; the program is {@code -Dbench.psql}. */
final class Psql {
  private static final String PROGRAM = System.getProperty("bench.psql", "psql");

  private Psql() {}

  /** Rows a second of a query that is copied out as CSV. */
  static double copiedRows(Machine machine, String query) throws IOException {
    ProcessBuilder psql =
        new ProcessBuilder(
            List.of(
                PROGRAM,
                "--no-psqlrc",
                "--host=127.0.0.1",
                "--port=" + machine.server().port(),
                "--username=" + Role.OWNER.user(),
                "--dbname=liveness",
                "--command=\\copy (" + query + ") to stdout (format csv)"));
    psql.environment().put("PGPASSWORD", machine.server().password(Role.OWNER));
    long start = System.nanoTime();
    Process process = psql.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Lines lines = Lines.of(process.getInputStream());
    return lines.count() / ((System.nanoTime() - start) / 1e9);
  }
}
