package io.livenessledger.store.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.security.auth.module.UnixSystem;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Starts over what a killed program, another one or a person left behind. */
class EmbeddedPostgresRecoveryTest extends EmbeddedServerTests {
  @Test
  void serverOfAKilledProgramIsAdopted() throws Exception {
    ProcessHandle orphan;
    String port;
    try (OtherJvm other = otherJvm()) {
      port = other.answer();
      orphan = serverProcess().orElseThrow();
      other.kill();
    }
    assertTrue(orphan.isAlive());
    try (EmbeddedPostgres server = start()) {
      assertEquals(port, Integer.toString(server.port()));
      assertEquals(orphan, serverProcess().orElseThrow());
      assertEquals("1", query(server, Role.APP, "select 1"));
    }
    assertFalse(orphan.isAlive());
  }

  @Test
  void orphanOnAnotherPortThanConfiguredIsReplaced() throws Exception {
    ProcessHandle orphan;
    try (OtherJvm other = otherJvm()) {
      orphan = serverProcess().orElseThrow();
      other.kill();
    }
    int wanted;
    try (ServerSocket free = new ServerSocket(0)) {
      wanted = free.getLocalPort();
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(directory, OPTIONS.withPort(wanted))) {
      assertEquals(wanted, server.port());
      assertFalse(orphan.isAlive());
      assertEquals("1", query(server, Role.APP, "select 1"));
    }
  }

  @Test
  void crashedServersFileIsNoObstacle() throws Exception {
    EmbeddedPostgres first = start();
    keep(first);
    kill(serverProcess().orElseThrow());
    first.close();
    assertTrue(Files.exists(PostmasterFile.path(files())));
    try (EmbeddedPostgres server = start()) {
      assertEquals("42", kept(server));
    }
  }

  @Test
  void fileThatNamesAnotherProcessIsNoObstacle() throws Exception {
    int port;
    try (EmbeddedPostgres server = start()) {
      port = server.port();
      keep(server);
    }
    String us = Long.toString(ProcessHandle.current().pid());
    String files = files().toString();
    List<String> lines =
        List.of(us, files, "1", Integer.toString(port), "", "127.0.0.1", "0 0", "ready");
    Files.write(PostmasterFile.path(files()), lines);
    try (EmbeddedPostgres server = start()) {
      assertNotEquals(ProcessHandle.current().pid(), serverProcess().orElseThrow().pid());
      assertEquals("42", kept(server));
    }
  }

  @Test
  void anotherMajorVersionIsRefused() throws Exception {
    start().close();
    Files.writeString(files().resolve("PG_VERSION"), "15\n");
    EmbeddedPostgresException refused = assertThrows(EmbeddedPostgresException.class, this::start);
    assertOneLine(refused.getMessage(), "made by PostgreSQL 15, the embedded server is 18");
    Files.writeString(files().resolve("PG_VERSION"), "18\n");
    start().close();
  }

  @Test
  void lostPasswordsAreSaid() throws Exception {
    start().close();
    Files.delete(directory.resolve("pgpass"));
    EmbeddedPostgresException refused = assertThrows(EmbeddedPostgresException.class, this::start);
    assertOneLine(refused.getMessage(), "passwords of data directory");
  }

  @Test
  void takenPortIsSaid() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      EmbeddedPostgresException refused =
          assertThrows(
              EmbeddedPostgresException.class,
              () -> EmbeddedPostgres.start(directory, OPTIONS.withPort(taken.getLocalPort())));
      assertOneLine(refused.getMessage(), "port " + taken.getLocalPort() + " is in use");
    }
    start().close();
  }

  @Test
  void interruptedFirstStartIsForgotten() throws Exception {
    Path unfinished = Files.createDirectory(directory.resolve("postgresql.unfinished-1"));
    Files.writeString(Files.createDirectory(unfinished.resolve("cluster")).resolve("base"), "half");
    Credentials.generate().write(directory);
    String password = Credentials.read(directory).orElseThrow().password(Role.APP);
    try (EmbeddedPostgres server = start()) {
      assertFalse(Files.exists(unfinished));
      assertEquals(password, server.password(Role.APP));
      assertEquals("liveness_app", query(server, Role.APP, "select current_user"));
    }
  }

  @Test
  void ordinaryUserNeedsNoHelp() throws Exception {
    Assumptions.assumeTrue(new UnixSystem().getUid() == 0, "only root can become somebody else");
    String[] nobody = {"setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"};
    // By root first: the programs are unpacked, and readable for everyone.
    start().close();
    Directories.delete(directory);
    Files.createDirectory(directory);
    Unprivileged.asOtherUser().handOver(directory);
    try (OtherJvm other = OtherJvm.start(directory, BINARIES, readableClasses(), nobody)) {
      assertTrue(other.answer() != null && other.answer().matches("[0-9]+"), other.answer());
      assertEquals(65534, Files.getAttribute(files(), "unix:uid"));
      other.end();
    }
    // And back: the files become root's again.
    try (EmbeddedPostgres server = start()) {
      assertEquals("1", query(server, Role.APP, "select 1"));
    }
  }
}
