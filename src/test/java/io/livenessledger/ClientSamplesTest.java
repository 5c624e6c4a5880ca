package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.SandboxTest;
import io.livenessledger.testkit.Tool;
import io.livenessledger.testkit.Tool.Outcome;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The client samples against the running program; PHP and Swift are seldom installed. */
@SandboxTest
class ClientSamplesTest {
  private static final Path SAMPLES = Path.of("docs/clients").toAbsolutePath();

  @TestHTTPResource URI program;
  @TempDir Path directory;

  // Every row has a record of its own: NEW is what its first refresh says
  @ParameterizedTest
  @CsvSource({
    "node,    liveness-ledger.mjs, 6908b696aaaaaaaaaaaa0001, true",
    "node,    liveness-ledger.mjs, 62a8a2f3aaaaaaaaaaaa0005, unknown",
    "python3, liveness_ledger.py,  6909c38caaaaaaaaaaaa0002, false",
    "python3, liveness_ledger.py,  document_liveness_123456789, true"
  })
  void theyRefreshAndReadARecord(String tool, String sample, String id, String live)
      throws Exception {
    assumeWorks(tool);
    Outcome outcome = run(tool, sample, id, "operator");
    assertEquals("", outcome.err());
    assertEquals(0, outcome.exitCode());
    List<String> lines = outcome.out().lines().toList();
    assertTrue(lines.size() >= 2, outcome::out);
    assertEquals("refreshed " + id + ": NEW, observation 1, revision 1", lines.get(0));
    assertEquals("read " + id + ": live=" + live + ", state=FRESH, upstream=PRESENT", lines.get(1));
  }

  @ParameterizedTest
  @CsvSource({
    "node,    liveness-ledger.mjs, nobody-has-this-id,       operator, vendor-record-not-found",
    "node,    liveness-ledger.mjs, 690fa1b2aaaaaaaaaaaa0008, operator, vendor-unavailable",
    "node,    liveness-ledger.mjs, 6908b696aaaaaaaaaaaa0001, viewer,   forbidden",
    "python3, liveness_ledger.py,  nobody-has-this-id,       operator, vendor-record-not-found",
    "python3, liveness_ledger.py,  690fa1b2aaaaaaaaaaaa0008, operator, vendor-unavailable",
    "python3, liveness_ledger.py,  6908b696aaaaaaaaaaaa0001, viewer,   forbidden"
  })
  void aProblemIsOneLineAndExitCodeOne(
      String tool, String sample, String id, String user, String code) throws Exception {
    assumeWorks(tool);
    Outcome outcome = run(tool, sample, id, user);
    assertEquals(1, outcome.exitCode());
    assertEquals("", outcome.out());
    assertEquals(1, outcome.err().lines().count(), outcome::err);
    assertTrue(outcome.err().contains(code), outcome::err);
  }

  private static void assumeWorks(String tool) throws InterruptedException {
    if (tool.equals("node")) {
      Tool.assumeWorks("Node 18 or newer (node)", tool, "-e", "fetch");
    } else {
      String probe = "import sys; sys.exit(sys.version_info < (3, 9))";
      Tool.assumeWorks("Python 3.9 or newer (python3)", tool, "-c", probe);
    }
  }

  private Outcome run(String tool, String sample, String id, String user) throws Exception {
    Map<String, String> environment =
        Map.of("LEDGER_URL", program.toString(), "LEDGER_USER", user, "LEDGER_PASSWORD", user);
    String file = SAMPLES.resolve(sample).toString();
    return Tool.run(directory, environment, List.of(tool, file, id));
  }
}
