package io.livenessledger.record.change;

import static org.awaitility.Awaitility.await;

import io.livenessledger.testkit.Api;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection on which a viewer follows the changes, and all lines that came. */
final class EventSource implements AutoCloseable {
  private final Socket socket;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reading;

  /**
   * @param path with its query
   * @param headers each on a line, without its end
   */
  EventSource(String path, String... headers) throws IOException {
    socket = new Socket("localhost", RestAssured.port);
    String request =
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic dmlld2VyOnZpZXdlcg==\r\n"
            + String.join("\r\n", headers)
            + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    reading = new Thread(this::read);
    reading.start();
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      in.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException closed) {
      // The test has seen enough
    }
  }

  /** Lines that begin so. */
  List<String> lines(String prefix) {
    return lines.stream().filter(line -> line.startsWith(prefix)).toList();
  }

  /** Waits until so many lines that begin so have come. */
  List<String> lines(String prefix, int number) {
    await().atMost(Api.patience()).until(() -> lines(prefix).size() >= number);
    return lines(prefix);
  }

  /** Whether more may come. */
  boolean isOpen() {
    return reading.isAlive();
  }

  /** Whether the last chunk has come. */
  boolean hasEnded() {
    return lines.contains("0");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
