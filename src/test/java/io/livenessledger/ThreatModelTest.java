package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the threat model says stops somebody is shown by a test that there is. */
class ThreatModelTest {
  private static final String SHOWN = "`ThreatModelTest#everyClaimIsShownByATest`";

  @Test
  void everyClaimIsShownByATest() {
    assertEquals(List.of(), ThreatModel.read().faults());
  }

  /** A fault in finding the claims must not look like a document without faults. */
  @Test
  void everyActorHasClaims() throws IOException {
    String actors = Files.readString(ThreatModel.DOCUMENT).replaceFirst("(?s).*\n## Actors\n", "");
    List<String> sections =
        Stream.of(actors.replaceFirst("(?s)\n## .*", "").split("\n### ", -1)).skip(1).toList();

    assertTrue(sections.size() >= 8, () -> "only " + sections.size() + " actors");
    for (String section : sections) {
      ThreatModel actor = ThreatModel.parse(section.lines().toList());
      assertTrue(actor.rows().size() > 1, section);
      assertTrue(section.contains("\nWhat does not:\n"), section);
    }
  }

  @Test
  void aRowWithoutATestFails() {
    assertFaults(List.of(), "| a lock | " + SHOWN + " |");
    assertFaults(List.of("no test is named: | a lock | |"), "| a lock | |");
    assertFaults(List.of("no test is named: | a lock | it is there |"), "| a lock | it is there |");
    assertFaults(
        List.of("no test is named: | a lock, " + SHOWN + " | |"), "| a lock, " + SHOWN + " | |");
  }

  @Test
  void aTestThatIsNoneFails() {
    assertFaults(
        List.of("ThreatModelTest#nothing: no such test"), "| a lock | `ThreatModelTest#nothing` |");
    assertFaults(
        List.of("ThreatModelTest#assertFaults: no such test"),
        "| a lock | `ThreatModelTest#assertFaults` |");
    assertFaults(
        List.of("NowhereTest#nothing: 0 classes have this name"),
        "| a lock | `NowhereTest#nothing` |");
    assertFaults(
        List.of("ThreatModel#faults: 0 classes have this name"),
        "| a lock | " + SHOWN + ", `ThreatModel#faults` |");
  }

  @Test
  void aTestThatTheProseNamesIsLookedForToo() {
    assertEquals(
        List.of("NowhereTest#nothing: 0 classes have this name"),
        ThreatModel.parse(List.of("As `NowhereTest#nothing` shows.")).faults());
  }

  private static void assertFaults(List<String> expected, String row) {
    assertEquals(
        expected,
        ThreatModel.parse(List.of("| what stops them | shown by |", "|---|---|", row, ""))
            .faults());
  }
}
