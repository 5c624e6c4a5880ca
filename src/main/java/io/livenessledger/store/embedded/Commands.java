package io.livenessledger.store.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs the server's programs to their end.
 *
 * <p>Their output goes to a file: a server that inherited this JVM's streams would keep them open,
 * and whoever reads this JVM's output would wait for the server to end.
 */
final class Commands {
  private final Binaries binaries;
  private final Unprivileged unprivileged;
  private final Path output;

  Commands(Binaries binaries, Unprivileged unprivileged, Path output) {
    this.binaries = binaries;
    this.unprivileged = unprivileged;
    this.output = output;
  }

  /** Where to read what the programs said. */
  Path output() {
    return output;
  }

  void handOver(Path root) throws IOException {
    unprivileged.handOver(root);
  }

  /** Runs the program without input; false if it ended with a failure. */
  boolean run(String program, String... arguments) throws IOException {
    return runWithInput("", program, arguments);
  }

  /** Runs the program with the input in UTF-8; false if it ended with a failure. */
  boolean runWithInput(String input, String program, String... arguments) throws IOException {
    Process process = prepare(program, arguments).start();
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException endedEarly) {
      // The exit code and the output say why.
    }
    return succeeds(process);
  }

  /**
   * What the program writes to its standard output, for a program that only says something short.
   */
  String ask(String program, String... arguments) throws IOException {
    Process process =
        prepare(program, arguments).redirectOutput(ProcessBuilder.Redirect.PIPE).start();
    process.getOutputStream().close();
    try (InputStream answer = process.getInputStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  static List<String> line(List<String> prefix, String program, String... arguments) {
    List<String> line = new ArrayList<>(prefix);
    line.add(program);
    Collections.addAll(line, arguments);
    return line;
  }

  private ProcessBuilder prepare(String program, String... arguments) {
    File log = output.toFile();
    ProcessBuilder builder =
        new ProcessBuilder(
                line(unprivileged.prefix(), binaries.program(program).toString(), arguments))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    // Messages in one language, and nothing of a client's set-up (PGDATA, PGPORT) in the server's.
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private static boolean succeeds(Process process) {
    try {
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new EmbeddedPostgresException("Interrupted while the embedded PostgreSQL was at work.");
    }
  }
}
