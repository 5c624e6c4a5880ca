package io.livenessledger.testkit;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged program as a process of its own, started as an operator starts it: the native
 * executable where that is what is tested (the profile {@code native}), else the jar.
 */
public final class Packaged implements AutoCloseable {
  /** What the operator starts in a JVM. */
  public static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  private static final String NATIVE = System.getProperty("native.image.path");
  private static final String TRAINED = System.getProperty("aot.cache");

  private static final Pattern LISTENING =
      Pattern.compile(
          "Listening on: (https?://\\S+)\\. Management interface listening on (http://[^\\s\"]+)\\.");
  private static final Duration LONGEST_START = Duration.ofSeconds(90);

  /** A cache is written at the end. */
  private static final int LONGEST_STOP_SECONDS = TRAINED == null ? 20 : 120;

  /** Serves all programs of this JVM, for as long as it lives. */
  private static final Issuer ISSUER = new Issuer();

  private final Process process;
  private final Path log;
  private final Path errors;

  private Packaged(Process process, Path log, Path errors) {
    this.process = process;
    this.log = log;
    this.errors = errors;
  }

  /** Tokens of the issuer that {@link #settings} name. */
  public static Tokens tokens() {
    return new Tokens(ISSUER.url());
  }

  /**
   * What a replica on this database is given: free ports, an issuer of callers' tokens, and a token
   * of ours that no vendor accepts.
   */
  public static Map<String, String> settings(TestDatabase database) {
    return settings(database.configuration());
  }

  /** The same on any database, of which these are the settings. */
  public static Map<String, String> settings(Map<String, String> database) {
    Map<String, String> settings = new HashMap<>(database);
    settings.put("quarkus.http.port", "0");
    settings.put("quarkus.management.port", "0");
    settings.put("ledger.vendor.token", "a-token");
    settings.put("quarkus.oidc.auth-server-url", ISSUER.url());
    settings.put("quarkus.oidc.token.audience", Tokens.AUDIENCE);
    return settings;
  }

  /**
   * Options that have the JVM write down what it loads and links, for starts to come; none unless
   * that is what is asked for (the profile {@code aot}).
   */
  public static List<String> training() {
    return TRAINED == null ? List.of() : List.of("-XX:AOTCacheOutput=" + TRAINED);
  }

  /** Starts it in a directory, which its log goes to. */
  public static Packaged start(Path directory, Map<String, String> settings, String... arguments)
      throws IOException {
    return start(directory, List.of(), settings, arguments);
  }

  /** The native executable; empty when the jar is what is tested. */
  public static Optional<Path> executable() {
    return Optional.ofNullable(NATIVE).map(Path::of);
  }

  /** The same with options such as {@code -Xmx256m}, which both have. */
  public static Packaged start(
      Path directory, List<String> options, Map<String, String> settings, String... arguments)
      throws IOException {
    return start(program(), directory, options, settings, arguments);
  }

  /** One of the two, whichever is tested: {@link #jar} or what {@link #executable} names. */
  public static Packaged start(
      List<String> program,
      Path directory,
      List<String> options,
      Map<String, String> settings,
      String... arguments)
      throws IOException {
    Stream<String> properties =
        settings.entrySet().stream().map(e -> "-D" + e.getKey() + "=" + e.getValue());
    List<String> command = new ArrayList<>(program);
    command.addAll(1, Stream.concat(options.stream(), properties).toList());
    command.addAll(List.of(arguments));
    return start(directory, new ProcessBuilder(command));
  }

  /** With its settings in the environment, as in a container. */
  public static Packaged startByEnvironment(Path directory, Map<String, String> settings)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program());
    settings.forEach((key, value) -> builder.environment().put(variable(key), value));
    return start(directory, builder);
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static Packaged start(Path directory, ProcessBuilder builder) throws IOException {
    Path log = Files.createTempFile(directory, "program", ".log");
    Path errors = Files.createTempFile(directory, "program", ".err");
    Process process =
        builder
            .directory(directory.toFile())
            .redirectOutput(log.toFile())
            .redirectError(errors.toFile())
            .start();
    return new Packaged(process, log, errors);
  }

  private static List<String> program() {
    return executable()
        .map(file -> List.of(file.toAbsolutePath().toString()))
        .orElseGet(Packaged::jar);
  }

  /** How the jar is started. */
  public static List<String> jar() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "-jar", JAR.toAbsolutePath().toString());
  }

  /** Its public address, as soon as it listens. */
  public String url() {
    return listening().group(1);
  }

  /** The address of health and metrics. */
  public String managementUrl() {
    return listening().group(2);
  }

  private Matcher listening() {
    return await().atMost(LONGEST_START).until(() -> LISTENING.matcher(output()), Matcher::find);
  }

  /** All that it printed, errors last. */
  public String output() throws IOException {
    return log() + Files.readString(errors, StandardCharsets.UTF_8);
  }

  /** What it printed to its standard output: whole lines. */
  public String log() throws IOException {
    String printed = Files.readString(log, StandardCharsets.UTF_8);
    return printed.substring(0, printed.lastIndexOf('\n') + 1);
  }

  /** Whether a failure was printed with all its frames, as text or within JSON. */
  public boolean printedAStackTrace() throws IOException {
    return output().contains("\tat ") || output().contains("\\tat ");
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it ends by itself. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("still running");
    }
    return process.exitValue();
  }

  /** Sends a signal, such as {@code KILL} or {@code STOP}. */
  public void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
  }

  /** Ends it, as an operator does. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("It did not end when it was asked to");
    }
  }
}
