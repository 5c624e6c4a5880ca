package io.livenessledger.testkit;

import static org.junit.jupiter.api.Assertions.fail;

import io.livenessledger.testkit.Tool.Outcome;
import io.livenessledger.testkit.Transcript.Step;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A document's commands, run as its reader runs them: each in its order, and every answer. */
public final class Tour {
  private final Path document;
  private final URI program;
  private final Path directory;

  /**
   * @param program stands in for the {@code localhost:8080} of the document
   * @param directory where the commands run
   */
  public Tour(Path document, URI program, Path directory) {
    this.document = document;
    this.program = program;
    this.directory = directory;
  }

  /** Takes the tour; fails at the first answer that is not the one in the document. */
  public void take() throws IOException, InterruptedException {
    Tool.assumeWorks("bash", "bash", "-c", "true");
    for (String tool : List.of("curl", "grep", "openssl")) {
      Tool.assumeWorks(tool, "bash", "-c", "command -v " + tool);
    }
    for (Step step : Transcript.of(document)) {
      Outcome outcome = run(here(step.command()));
      Optional<String> difference = Answers.difference(here(step.answer()), outcome.out());
      if (difference.isPresent()) {
        fail(report(step, difference.get(), outcome));
      }
      requireExpectedEnd(step, outcome);
    }
  }

  /** A command ends with 0, unless its answer says that something failed. */
  private void requireExpectedEnd(Step step, Outcome outcome) {
    if ((outcome.exitCode() == 0) == step.answer().startsWith("FAILED")) {
      fail(report(step, "exit code " + outcome.exitCode(), outcome));
    }
  }

  private Outcome run(String command) throws IOException, InterruptedException {
    return Tool.run(directory, Map.of(), List.of("bash", "-c", command));
  }

  private String here(String text) {
    return text.replace("localhost:8080", program.getAuthority());
  }

  private String report(Step step, String difference, Outcome outcome) {
    return """
        %s, line %d: %s
        $ %s
        --- the document says
        %s
        --- the program says
        %s
        %s"""
        .formatted(
            document,
            step.line(),
            difference,
            step.command(),
            step.answer(),
            outcome.out(),
            outcome.err());
  }
}
