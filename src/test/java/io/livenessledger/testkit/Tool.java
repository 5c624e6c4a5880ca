package io.livenessledger.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Runs programs of the machine that the project does not bring. */
public final class Tool {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How a program ended, and what it wrote. */
  public record Outcome(int exitCode, String out, String err) {}

  private Tool() {}

  /**
   * Skips the test, and says why, when a tool is missing: the project asks for nothing but a JDK.
   *
   * @param tool what to tell the reader
   * @param probe a command that ends with 0 where the tool can be used
   */
  public static void assumeWorks(String tool, String... probe) throws InterruptedException {
    Assumptions.assumeTrue(
        works(List.of(probe)), () -> "Skipped: " + tool + " is not installed on this machine");
  }

  private static boolean works(List<String> probe) throws InterruptedException {
    try {
      return run(Path.of("").toAbsolutePath(), Map.of(), probe).exitCode() == 0;
    } catch (IOException noSuchProgram) {
      return false;
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param directory where it runs
   * @param environment what is set for it besides our own environment
   */
  public static Outcome run(Path directory, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    return run(directory, environment, command, PATIENCE);
  }

  /** The same for a program that takes longer than a minute. */
  public static Outcome run(
      Path directory, Map<String, String> environment, List<String> command, Duration patience)
      throws IOException, InterruptedException {
    // Files, not pipes: a pipe that nobody reads would stop the program
    Path out = Files.createTempFile("tool", ".out");
    Path err = Files.createTempFile("tool", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      // The program under test is on this machine, whatever proxy or ~/.curlrc there is
      builder.environment().putAll(Map.of("NO_PROXY", "*", "no_proxy", "*"));
      builder.environment().put("CURL_HOME", directory.toString());
      builder.environment().putAll(environment);
      int exitCode = end(builder.start(), command, patience);
      return new Outcome(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  private static int end(Process process, List<String> command, Duration patience)
      throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("No end after " + patience + ": " + command);
    }
    return process.exitValue();
  }
}
