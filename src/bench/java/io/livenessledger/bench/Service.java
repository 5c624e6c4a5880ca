package io.livenessledger.bench;

import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged program on a {@link Machine}, and a caller of it who may all. */
final class Service implements AutoCloseable {
  private final Packaged program;
  private final String url;
  private final String token;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Service(Packaged program, String token) {
    this.program = program;
    this.url = program.url();
    this.token = token;
  }

  /** With these options of the JVM and more settings. */
  static Service start(Machine machine, List<String> options, Map<String, String> more)
      throws IOException {
    return start(Packaged.jar(), machine, options, more);
  }

  /** The same of one of the two programs. */
  static Service start(
      List<String> program, Machine machine, List<String> options, Map<String, String> more)
      throws IOException {
    return new Service(launch(program, machine, options, more), signed());
  }

  /** The program alone, which may not be listening yet. */
  static Packaged launch(
      List<String> program, Machine machine, List<String> options, Map<String, String> more)
      throws IOException {
    Map<String, String> settings = new HashMap<>(Packaged.settings(machine.settings()));
    settings.putAll(more);
    Path directory = Files.createDirectories(Machine.TARGET.resolve("bench"));
    return Packaged.start(program, directory, options, settings);
  }

  private static String signed() {
    Tokens tokens = Packaged.tokens();
    Map<String, Object> claims = tokens.claims("viewer", "operator", "auditor");
    claims.put("exp", Instant.now().plus(Duration.ofHours(3)).getEpochSecond());
    return tokens.sign(claims);
  }

  URI url() {
    return URI.create(url);
  }

  String token() {
    return token;
  }

  long pid() {
    return program.pid();
  }

  /** A request with all that it needs. */
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Authorization", "Bearer " + token)
        .header("Access-Purpose", "benchmark");
  }

  /** The body of a 200. */
  String get(String path) throws IOException, InterruptedException {
    return send(request(path).build(), 200);
  }

  /** The body of an answer that must be this one. */
  String send(HttpRequest request, int status) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new IOException(request.uri() + " " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  HttpClient client() {
    return client;
  }

  @Override
  public void close() throws InterruptedException {
    program.close();
  }
}
