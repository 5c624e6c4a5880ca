package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.livenessledger.testkit.Answers;
import io.livenessledger.testkit.SandboxTest;
import io.livenessledger.testkit.Tool;
import io.livenessledger.testkit.Tool.Outcome;
import io.livenessledger.testkit.Transcript;
import io.livenessledger.testkit.Transcript.Step;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    Tool.assumeWorks("bash", "bash", "-c", "true");
    for (String tool : List.of("curl", "grep", "openssl")) {
      Tool.assumeWorks(tool, "bash", "-c", "command -v " + tool);
    }
    for (Step step : Transcript.of(README)) {
      Outcome outcome = run(here(step.command()));
      Optional<String> difference = Answers.difference(here(step.answer()), outcome.out());
      if (difference.isPresent() || outcome.exitCode() != 0) {
        fail(report(step, difference.orElse("exit code " + outcome.exitCode()), outcome));
      }
    }
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

  private Outcome run(String command) throws IOException, InterruptedException {
    return Tool.run(directory, Map.of(), List.of("bash", "-c", command));
  }

  private String here(String text) {
    return text.replace("localhost:8080", program.getAuthority());
  }

  private static String report(Step step, String difference, Outcome outcome) {
    return """
        README.md, line %d: %s
        $ %s
        --- the README says
        %s
        --- the program says
        %s
        %s"""
        .formatted(
            step.line(), difference, step.command(), step.answer(), outcome.out(), outcome.err());
  }
}
