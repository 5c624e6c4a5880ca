package io.livenessledger.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest extends EmbeddedServerTests {
  @Test
  void firstStartMakesDatabaseAndRoles() throws Exception {
    try (EmbeddedPostgres server = start()) {
      assertEquals("liveness_app", query(server, Role.APP, "select current_user"));
      assertEquals(
          "liveness_owner",
          query(
              server,
              Role.OWNER,
              "select pg_get_userbyid(datdba) from pg_database where datname = 'liveness'"));
      assertEquals("18", query(server, Role.APP, "show server_version").split("\\.", 2)[0]);
      assertEquals("UTF8", query(server, Role.APP, "show server_encoding"));
      assertEquals("127.0.0.1", query(server, Role.SUPERUSER, "show listen_addresses"));
      assertEquals("", query(server, Role.SUPERUSER, "show unix_socket_directories"));
      assertEquals(
          "b C.UTF-8",
          query(
              server,
              Role.APP,
              "select datlocprovider::text || ' ' || datlocale from pg_database"
                  + " where datname = 'liveness'"));
    }
  }

  @Test
  void onlyTheOwnerMakesTables() throws Exception {
    try (EmbeddedPostgres server = start()) {
      execute(server, Role.OWNER, "create table made (n int)");
      SQLException refused =
          assertThrows(
              SQLException.class,
              () -> execute(server, Role.APP, "create table public.refused (n int)"));
      assertEquals("42501", refused.getSQLState());
    }
  }

  @Test
  void durableUnlessToldOtherwise() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(directory, Options.defaults().withBinaries(BINARIES))) {
      assertEquals("on", query(server, Role.APP, "show fsync"));
    }
  }

  @Test
  void restartKeepsDataAndPasswords() throws Exception {
    String password;
    try (EmbeddedPostgres server = start()) {
      password = server.password(Role.APP);
      keep(server);
    }
    try (EmbeddedPostgres server = start()) {
      assertEquals(password, server.password(Role.APP));
      assertEquals("42", kept(server));
    }
  }

  @Test
  void everyLoginNeedsItsPassword() throws Exception {
    try (EmbeddedPostgres server = start()) {
      for (Role role : Role.values()) {
        SQLException refused =
            assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(server.jdbcUrl(), role.user(), "guess").close());
        assertEquals("28P01", refused.getSQLState());
      }
      List<String> methods;
      try (Stream<String> lines = Files.lines(files().resolve("pg_hba.conf"))) {
        methods = lines.filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
      }
      assertFalse(methods.isEmpty());
      assertTrue(methods.stream().allMatch(line -> line.endsWith("scram-sha-256")), "" + methods);
    }
  }

  @Test
  void passwordsAreForTheirOwnerAlone() throws Exception {
    try (EmbeddedPostgres server = start()) {
      Path file = directory.resolve("pgpass");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      String line =
          "127.0.0.1:%d:*:liveness_app:%s".formatted(server.port(), server.password(Role.APP));
      assertTrue(Files.readAllLines(file).contains(line));
      String services = Files.readString(directory.resolve("pg_service.conf"));
      assertTrue(services.contains("[owner]\nhost=127.0.0.1\nport=" + server.port() + "\n"));
      String log = Files.readString(directory.resolve("previous-postgresql.log"));
      for (Role role : Role.values()) {
        assertFalse(log.contains(server.password(role)), "a password is in the log");
      }
    }
  }

  @Test
  void closeLeavesNoProcess() throws Exception {
    EmbeddedPostgres server = start();
    ProcessHandle process = serverProcess().orElseThrow();
    assertTrue(process.isAlive());
    server.close();
    server.close();
    assertFalse(process.isAlive());
  }

  @Test
  void secondProgramIsRefusedAndTheFirstLivesOn() throws Exception {
    try (EmbeddedPostgres server = start()) {
      keep(server);
      EmbeddedPostgresException inThisJvm =
          assertThrows(EmbeddedPostgresException.class, this::start);
      assertOneLine(inThisJvm.getMessage(), "in use by process " + ProcessHandle.current().pid());
      try (OtherJvm other = otherJvm()) {
        assertOneLine(other.answer(), "in use by process " + ProcessHandle.current().pid());
      }
      assertEquals("42", kept(server));
    }
  }
}
