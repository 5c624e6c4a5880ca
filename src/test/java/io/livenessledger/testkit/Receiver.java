package io.livenessledger.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A receiver of webhooks, over TLS: notes in order what it gets, then answers as it was told, else
 * with 204.
 */
public final class Receiver implements AutoCloseable {
  /** What it does once it has a message in hand. */
  public enum Answer {
    OK,
    FAILURE,
    GONE,
    REDIRECT,
    /** Closes the connection. */
    RESET,
    /** Says nothing until the test is over. */
    SILENCE,
    /** 204, when the test lets it go. */
    HELD
  }

  private final Certificates certificates;
  private final Path keyStore;
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Semaphore released = new Semaphore(0);

  public Receiver() throws IOException, GeneralSecurityException {
    certificates = Certificates.create();
    keyStore = certificates.keyStore("receiver", "localhost");
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  private SSLContext context() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      keys.load(in, Certificates.PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, Certificates.PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** A message as it came in. */
  public record Received(String path, String id, String timestamp, String signature, String body) {

    /** Verifies it with the library that receivers use. */
    public void verify(String secret) throws WebhookVerificationException {
      new Webhook(secret)
          .verify(
              body,
              Map.of(
                  "webhook-id", List.of(id),
                  "webhook-timestamp", List.of(timestamp),
                  "webhook-signature", List.of(signature)));
    }

    /** Of one value of each change. */
    public <T> List<T> changes(String member) {
      return JsonPath.from(body).getList("data.changes." + member);
    }
  }

  /** Where a webhook of this name goes. */
  public String url(String webhook) {
    return "https://localhost:" + server.getAddress().getPort() + "/hooks/" + webhook;
  }

  /** What makes the program trust this receiver. */
  public Map<String, String> trust() throws IOException {
    return Map.of(
        "ledger.webhook.tls-configuration-name",
        "receivers",
        "quarkus.tls.receivers.trust-store.p12.path",
        certificates.trustStore("trusted-receivers", keyStore).toString(),
        "quarkus.tls.receivers.trust-store.p12.password",
        Certificates.PASSWORD);
  }

  /** Answers the next messages of a webhook one after the other. */
  public void answers(String webhook, Answer... inTurn) {
    answers
        .computeIfAbsent("/hooks/" + webhook, x -> new ConcurrentLinkedQueue<>())
        .addAll(List.of(inTurn));
  }

  /** Whether all has been answered as it was told. */
  public boolean hasAnswered(String webhook) {
    return answers.get("/hooks/" + webhook).isEmpty();
  }

  /** Lets one held answer go. */
  public void release() {
    released.release();
  }

  /** All messages of a webhook, repeats too, in the order in which they came. */
  public List<Received> received(String webhook) {
    return at("/hooks/" + webhook);
  }

  /** All that came to an address. */
  public List<Received> at(String path) {
    return received.stream().filter(one -> one.path().equals(path)).toList();
  }

  private void receive(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    received.add(
        new Received(
            path,
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
    Answer next = answers.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
    try {
      answer(exchange, next == null ? Answer.OK : next);
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private void answer(HttpExchange exchange, Answer answer)
      throws IOException, InterruptedException {
    switch (answer) {
      case OK -> exchange.sendResponseHeaders(204, -1);
      case FAILURE -> exchange.sendResponseHeaders(500, -1);
      case GONE -> exchange.sendResponseHeaders(410, -1);
      case REDIRECT -> {
        exchange.getResponseHeaders().add("Location", url("elsewhere"));
        exchange.sendResponseHeaders(303, -1);
      }
      case RESET -> exchange.close();
      case SILENCE -> closed.await();
      case HELD -> {
        released.acquire();
        exchange.sendResponseHeaders(204, -1);
      }
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** Of what changed before a webhook had its place, one that begins now is not told. */
  public static void awaitPlaces(String... webhooks) {
    await()
        .atMost(Api.patience())
        .until(() -> Database.rows("select name from webhook").containsAll(List.of(webhooks)));
  }
}
