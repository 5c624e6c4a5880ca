package io.livenessledger.testkit;

import io.livenessledger.store.embedded.EmbeddedPostgres;
import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import io.livenessledger.store.embedded.Role;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two servers: a database, and a read replica that follows it by streaming replication. */
public class ReplicaResource implements QuarkusTestResourceLifecycleManager {
  private EmbeddedPostgres primary;
  private EmbeddedPostgres replica;

  @Override
  public Map<String, String> start() {
    try {
      Path target = Path.of("target").toAbsolutePath();
      Path directory =
          Files.createTempDirectory(
              Files.createDirectories(target.resolve("postgresql")), "replicated-");
      Options options =
          Options.defaults().withoutFsync().withBinaries(target.resolve("postgresql-binaries"));
      EmbeddedPostgres.start(directory.resolve("primary"), options).close();
      copy(directory.resolve("primary"), directory.resolve("replica"));
      primary = EmbeddedPostgres.start(directory.resolve("primary"), options);
      follow(directory.resolve("replica").resolve("postgresql"), primary);
      replica = EmbeddedPostgres.start(directory.resolve("replica"), options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> settings = new HashMap<>(TestDatabase.fresh("unused").configuration());
    settings.put("quarkus.datasource.jdbc.url", primary.jdbcUrl());
    settings.put("quarkus.datasource.reactive.url", primary.reactiveUrl());
    settings.put("quarkus.datasource.password", primary.password(Role.APP));
    settings.put("quarkus.flyway.password", primary.password(Role.OWNER));
    settings.put("quarkus.datasource.read.reactive.url", replica.reactiveUrl());
    return settings;
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(this, new TestInjector.MatchesType(ReplicaResource.class));
  }

  @Override
  public void stop() {
    Stream.of(replica, primary).filter(server -> server != null).forEach(EmbeddedPostgres::close);
  }

  /** Lets the replica fall behind, or catch up. */
  public void replays(boolean replays) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection(
            replica.jdbcUrl(), Role.SUPERUSER.user(), replica.password(Role.SUPERUSER))) {
      connection
          .createStatement()
          .execute(replays ? "select pg_wal_replay_resume()" : "select pg_wal_replay_pause()");
    }
  }

  /** Cuts the replica off without its noticing, as a network does; or lets it go on. */
  public void receives(boolean receives) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                primary.jdbcUrl(), Role.SUPERUSER.user(), primary.password(Role.SUPERUSER));
        ResultSet sender =
            connection.createStatement().executeQuery("select pid from pg_stat_replication")) {
      sender.next();
      new ProcessBuilder("kill", receives ? "-CONT" : "-STOP", sender.getString(1))
          .start()
          .waitFor();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(from)) {
      files = found.filter(file -> !file.getFileName().toString().equals("lock")).toList();
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
    }
  }

  private static void follow(Path cluster, EmbeddedPostgres primary) throws IOException {
    Files.createFile(cluster.resolve("standby.signal"));
    String connection =
        "host=%s port=%d user=%s password=%s"
            .formatted(
                EmbeddedPostgres.HOST,
                primary.port(),
                Role.SUPERUSER.user(),
                primary.password(Role.SUPERUSER));
    Path settings = cluster.resolve("postgresql.auto.conf");
    Files.writeString(
        settings, Files.readString(settings) + "primary_conninfo = '" + connection + "'\n");
  }
}
