package io.livenessledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.livenessledger.bench.crowd.Crowd;
import io.livenessledger.testkit.Packaged;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The native executable beside the jar, and the jar beside itself with its cache, turn by turn on
 * one database without fsync: how soon they answer, what memory they take, how many audited reads
 * they answer. With JDK 25, after {@code ./mvnw package -Dnative -DskipTests} and {@code ./mvnw
 * verify -Daot}: {@code ./mvnw -Pbench test -Dtest=NativeBench
 * -DargLine=-Dnative.image.path=target/…-runner}.
 */
class NativeBench {
  private static final int RECORDS = 1000;
  private static final int CALLERS = 16;
  private static final int REQUESTS = 10_000;
  private static final int TURNS = 5;

  /** By then the JIT has compiled what there is to compile. */
  private static final int WARMED_UP = 100_000;

  /** What is done once after the start is done by then. */
  private static final Duration SETTLED = Duration.ofSeconds(5);

  private static final Duration POLL = Duration.ofMillis(2);

  private static final List<String> OPTIONS = List.of("-Xmx256m");

  private final Crowd crowd = new Crowd(1, RECORDS, true);

  private Machine machine;

  /** One of them, by its name in the figures. */
  private record Program(String name, List<String> command) {}

  @Test
  void startSizeAndRate() throws Exception {
    Path executable = Packaged.executable().orElseThrow().toAbsolutePath();
    Program built = new Program("native", List.of(executable.toString()));
    Program jar = new Program("jar", Packaged.jar());
    Program cached = new Program("jar with cache", cached());
    try (Machine started = Machine.start(false)) {
      machine = started;
      machine.fill(crowd);
      for (Program program : List.of(jar, cached, built)) {
        starts(program);
      }
      reads(built, jar);
    }
  }

  private static List<String> cached() {
    Path cache = Packaged.JAR.resolveSibling("app.aot").toAbsolutePath();
    List<String> command = new ArrayList<>(Packaged.jar());
    // A cache that does not fit would otherwise be left out in silence
    command.addAll(1, List.of("-XX:AOTCache=" + cache, "-XX:AOTMode=on"));
    return command;
  }

  private void starts(Program program) throws Exception {
    List<Double> answered = new ArrayList<>();
    List<Double> ready = new ArrayList<>();
    List<Double> idle = new ArrayList<>();
    for (int turn = 0; turn < TURNS; turn++) {
      int port = freePort();
      int management = freePort();
      Map<String, String> ports =
          Map.of("quarkus.http.port", "" + port, "quarkus.management.port", "" + management);
      long start = System.nanoTime();
      try (Packaged running = Service.launch(program.command(), machine, OPTIONS, ports)) {
        answered.add(seconds(start, port, "/log/vkey"));
        ready.add(seconds(start, management, "/q/health/ready"));
        LockSupport.parkNanos(SETTLED.toNanos());
        idle.add((double) Memory.resident(running.pid()));
      }
    }
    Figures.print(
        "start " + program.name(),
        "first 200 after %s s, ready after %s s, then %s MiB",
        sorted(answered, "%.3f"),
        sorted(ready, "%.3f"),
        sorted(idle, "%.0f"));
  }

  /** Asks with as little of the two cores as it can: the program needs both. */
  private static double seconds(long start, int port, String path) throws IOException {
    byte[] request = ("GET " + path + " HTTP/1.0\r\n\r\n").getBytes(US_ASCII);
    while (System.nanoTime() - start < Duration.ofMinutes(1).toNanos()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write(request);
        if (new String(socket.getInputStream().readAllBytes(), US_ASCII).contains(" 200 ")) {
          return (System.nanoTime() - start) / 1e9;
        }
      } catch (IOException notYet) {
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
    throw new IOException("no 200 from " + path);
  }

  private void reads(Program built, Program jar) throws Exception {
    try (Service first = Service.start(built.command(), machine, OPTIONS, Map.of());
        Service second = Service.start(jar.command(), machine, OPTIONS, Map.of())) {
      rate(first, REQUESTS);
      rate(second, REQUESTS);
      memory("after 10,000 reads", built, first, jar, second);
      rate(second, WARMED_UP);
      List<Double> ofNative = new ArrayList<>();
      List<Double> ofJar = new ArrayList<>();
      for (int turn = 0; turn < TURNS; turn++) {
        ofNative.add(rate(first, REQUESTS));
        ofJar.add(rate(second, REQUESTS));
      }
      Figures.print("reads native", "%s a second", sorted(ofNative, "%.0f"));
      Figures.print("reads jar", "%s a second", sorted(ofJar, "%.0f"));
      memory("at the end", built, first, jar, second);
    }
  }

  private static void memory(String when, Program built, Service first, Program jar, Service second)
      throws IOException {
    Figures.print(
        "memory " + when,
        "%s %d MiB, %s %d MiB",
        built.name(),
        Memory.resident(first.pid()),
        jar.name(),
        Memory.resident(second.pid()));
  }

  private double rate(Service service, int count) throws IOException {
    String head = Callers.head(service.token()) + "\r\n";
    List<byte[]> requests =
        IntStream.range(0, RECORDS)
            .mapToObj(i -> ("GET /v1/document-liveness/" + crowd.id(i) + head).getBytes(US_ASCII))
            .toList();
    try (Callers callers = new Callers(service.url(), CALLERS, requests)) {
      return count / callers.run(count);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String sorted(List<Double> values, String form) {
    Collections.sort(values);
    return String.join(" ", values.stream().map(v -> String.format(Locale.ROOT, form, v)).toList());
  }
}
