package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.SandboxTest;
import io.livenessledger.testkit.Tour;
import io.livenessledger.testkit.Transcript;
import io.livenessledger.testkit.Transcript.Step;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's tour, taken as a newcomer takes it: every command in its order, every answer. */
@SandboxTest
class ReadmeTourTest {
  private static final Path README = Path.of("README.md");

  @TestHTTPResource URI program;
  @TempDir Path directory;

  @Test
  void everyCommandAnswersAsTheReadmeSays() throws Exception {
    new Tour(README, program, directory).take();
  }

  /** A fault in finding the commands must not look like a tour without faults. */
  @Test
  void theReadmeHasATour() throws IOException {
    List<Step> steps = Transcript.of(README);
    assertTrue(steps.size() > 10, () -> "only " + steps.size() + " commands");
    assertTrue(
        steps.stream().filter(step -> step.answer().contains("{")).count() > 10,
        "hardly any answer is shown");
  }
}
