package io.livenessledger.store.embedded;

import io.livenessledger.store.embedded.EmbeddedPostgres.Options;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of its own that runs an embedded server until it is killed. */
final class OtherJvm implements AutoCloseable {
  private final Process process;
  private final String answer;

  private OtherJvm(Process process, String answer) {
    this.process = process;
    this.answer = answer;
  }

  /** Returns when the program has a server, or has failed to get one. */
  static OtherJvm start(Path directory, Path binaries, String classPath, String... prefix)
      throws IOException {
    List<String> line = new ArrayList<>(List.of(prefix));
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", classPath, OtherJvm.class.getName()));
    line.addAll(List.of(directory.toString(), binaries.toString()));
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return new OtherJvm(process, answers.readLine());
  }

  /** The server's port, or why there is none. */
  String answer() {
    return answer;
  }

  /** Ends the program as {@code kill -9} does: it has no moment to stop its server. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Ends the program as {@code kill} does. */
  void end() {
    process.destroy();
    process.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  public static void main(String... arguments) throws IOException {
    try {
      Options options = Options.defaults().withoutFsync().withBinaries(Path.of(arguments[1]));
      EmbeddedPostgres server = EmbeddedPostgres.start(Path.of(arguments[0]), options);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      System.out.println(server.port());
    } catch (EmbeddedPostgresException e) {
      System.out.println(e.getMessage());
    }
    // Until the test kills this program.
    System.in.read();
  }
}
