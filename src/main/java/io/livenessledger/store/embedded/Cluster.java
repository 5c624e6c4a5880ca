package io.livenessledger.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The server's files ("cluster" is PostgreSQL's word), with our roles and our database in them.
 *
 * <p>They appear in one step: an interrupted first start leaves an unfinished directory beside
 * them, which the next start throws away. The caller holds the {@link DirectoryLock}.
 */
final class Cluster {
  private static final String NAME = "postgresql";

  private static final String UNFINISHED = NAME + ".unfinished-";

  private final Path directory;
  private final Path files;
  private final Commands commands;

  Cluster(Path directory, Commands commands) {
    this.directory = directory;
    this.files = directory.resolve(NAME);
    this.commands = commands;
  }

  Path files() {
    return files;
  }

  boolean exists() {
    return Files.exists(files);
  }

  /** Fails unless the programs can read these files: a major version reads only its own. */
  void requireMajorVersionOf(String programs) throws IOException {
    String version = Files.readString(files.resolve("PG_VERSION")).strip();
    if (!version.equals(programs)) {
      throw new EmbeddedPostgresException(
          String.format(
              Locale.ROOT,
              "Data directory %s was made by PostgreSQL %s, the embedded server is %s; move it away"
                  + " for an empty start, or use pg_dump of %s to take the data along.",
              files,
              version,
              programs,
              version));
    }
  }

  /** Makes the files, with scram passwords for everyone from the first moment. */
  void create(Credentials credentials, boolean fsync) throws IOException {
    deleteUnfinished();
    Path unfinished = Files.createTempDirectory(directory, UNFINISHED);
    Path made = Files.createDirectory(unfinished.resolve("cluster"));
    Path password = Files.createFile(unfinished.resolve("password"));
    Directories.restrict(password);
    Files.writeString(password, credentials.password(Role.SUPERUSER));
    commands.handOver(unfinished);
    initialise(made, password, fsync);
    addDatabase(made, credentials, fsync);
    Files.move(made, files, StandardCopyOption.ATOMIC_MOVE);
    Directories.delete(unfinished);
  }

  private void deleteUnfinished() throws IOException {
    try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, UNFINISHED + "*")) {
      for (Path leftover : leftovers) {
        deleteIfNobodyWritesIt(leftover);
      }
    }
  }

  private static void deleteIfNobodyWritesIt(Path leftover) {
    try {
      Directories.delete(leftover);
    } catch (IOException stillWritten) {
      // initdb outlives a killed JVM by a moment; without its files it fails. A later start cleans
      // up.
    }
  }

  private void initialise(Path made, Path password, boolean fsync) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-D", made.toString()));
    arguments.addAll(List.of("-U", Role.SUPERUSER.user(), "--pwfile", password.toString()));
    arguments.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8"));
    arguments.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
    arguments.add("--locale=C");
    if (!fsync) {
      arguments.add("--no-sync");
    }
    require(commands.run("initdb", arguments.toArray(String[]::new)), "initialised");
  }

  // A server in single-user mode asks for no password: no moment of trust authentication is needed.
  private void addDatabase(Path made, Credentials credentials, boolean fsync) throws IOException {
    execute(made, fsync, "postgres", "create database " + EmbeddedPostgres.DATABASE + ";\n\n");
    execute(
        made,
        fsync,
        EmbeddedPostgres.DATABASE,
        rolesSql()
            + "\n"
            + setPassword(Role.OWNER, credentials)
            + setPassword(Role.APP, credentials)
            + ("alter database " + EmbeddedPostgres.DATABASE)
            + (" owner to " + Role.OWNER.user() + ";\n\n"));
  }

  private void execute(Path made, boolean fsync, String database, String sql) throws IOException {
    String switches = fsync ? "-j" : "-jF";
    require(
        commands.runWithInput(
            sql,
            "postgres",
            "--single",
            // A statement ends with a semicolon and an empty line, not with each line.
            switches,
            "-c",
            "exit_on_error=true",
            // A statement that fails may hold a password: the log gets the error alone.
            "-c",
            "log_min_error_statement=panic",
            "-D",
            made.toString(),
            database),
        "given its roles");
  }

  private static String setPassword(Role role, Credentials credentials) {
    // Nothing to escape: see Credentials.generate.
    return "alter role " + role.user() + " password '" + credentials.password(role) + "';\n\n";
  }

  private static String rolesSql() throws IOException {
    try (InputStream in = Cluster.class.getClassLoader().getResourceAsStream("db/roles.sql")) {
      if (in == null) {
        throw new EmbeddedPostgresException("db/roles.sql is not on the class path.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }

  private void require(boolean success, String what) {
    if (!success) {
      throw new EmbeddedPostgresException(
          "The embedded PostgreSQL could not be " + what + "; " + commands.output() + " says why.");
    }
  }
}
