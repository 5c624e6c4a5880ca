package io.livenessledger.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code ```console} blocks of a Markdown file: a command after {@code $ }, going on in the
 * next line after a backslash, then the lines of its answer.
 */
public final class Transcript {
  private static final String PROMPT = "$ ";

  private final List<Step> steps = new ArrayList<>();
  private final List<String> command = new ArrayList<>();
  private final List<String> answer = new ArrayList<>();
  private int commandLine;

  /**
   * One command.
   *
   * @param line where it stands in the file, from 1
   * @param answer without the line break at the end; empty when none is shown
   */
  public record Step(int line, String command, String answer) {}

  private Transcript() {}

  /**
   * All steps of a file in their order.
   *
   * @throws AssertionError when a block does not begin with a command or does not end
   */
  public static List<Step> of(Path markdown) throws IOException {
    Transcript transcript = new Transcript();
    List<String> lines = Files.readAllLines(markdown, UTF_8);
    boolean inside = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!inside) {
        inside = line.equals("```console");
      } else if (line.equals("```")) {
        transcript.endStep();
        inside = false;
      } else {
        transcript.add(i + 1, line);
      }
    }
    if (inside) {
      throw new AssertionError("The last console block does not end");
    }
    return List.copyOf(transcript.steps);
  }

  private void add(int number, String line) {
    if (!command.isEmpty() && command.get(command.size() - 1).endsWith("\\")) {
      command.add(line);
    } else if (line.startsWith(PROMPT)) {
      endStep();
      commandLine = number;
      command.add(line.substring(PROMPT.length()));
    } else if (command.isEmpty()) {
      throw new AssertionError("Line " + number + " is an answer without a command: " + line);
    } else {
      answer.add(line);
    }
  }

  private void endStep() {
    if (!command.isEmpty()) {
      steps.add(new Step(commandLine, String.join("\n", command), String.join("\n", answer)));
    }
    command.clear();
    answer.clear();
  }
}
