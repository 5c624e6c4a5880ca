package io.livenessledger.verifik.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A stand-in for the vendor, on the loopback interface, for dev mode and tests. Any bearer token
 * will do. Every person and picture in it is made up.
 *
 * <table>
 *   <caption>Records</caption>
 *   <tr><th>id</th><th>family</th><th>what it shows</th></tr>
 *   <tr><td>{@code document_liveness_123456789}</td><td>nested</td><td>the sample of the
 *       specification: all four checks passed, with {@code signature}</td></tr>
 *   <tr><td>{@code 6908b696aaaaaaaaaaaa0001}</td><td>flat</td><td>live</td></tr>
 *   <tr><td>{@code 6909c38caaaaaaaaaaaa0002}</td><td>flat</td><td>not live</td></tr>
 *   <tr><td>{@code 690b7de2aaaaaaaaaaaa0003}</td><td>flat</td><td>two checks not run</td></tr>
 *   <tr><td>{@code 690c872daaaaaaaaaaaa0004}</td><td>flat</td><td>warnings and errors</td></tr>
 *   <tr><td>{@code 62a8a2f3aaaaaaaaaaaa0005}</td><td>flat</td><td>from 2022, without
 *       {@code isLive}: verdict unknown</td></tr>
 *   <tr><td>{@code 690da71daaaaaaaaaaaa0006}</td><td>flat</td><td>live, from the second fetch on
 *       not live</td></tr>
 *   <tr><td>{@code 690f9858aaaaaaaaaaaa0007}</td><td>flat</td><td>from the second fetch on gone
 *       (404)</td></tr>
 *   <tr><td>{@code 690fa1b2aaaaaaaaaaaa0008}</td><td>–</td><td>the vendor fails (500)</td></tr>
 *   <tr><td>{@code 691046a0aaaaaaaaaaaa0009}</td><td>flat</td><td>slow, about 3 s; no image</td></tr>
 *   <tr><td>any other</td><td>–</td><td>unknown (404)</td></tr>
 * </table>
 *
 * <p>A record's answer is its file {@code /sandbox/<id>.json} byte for byte; a second answer is
 * {@code <id>.second.json}. How often a record was fetched is forgotten when the process ends.
 */
public final class SandboxVendor implements AutoCloseable {
  private static final String PATH = "/v2/document-liveness";
  private static final String SESSION = "/v2/auth/session";
  private static final Duration SLOW = Duration.ofSeconds(3);
  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 100;
  private static final Pattern POSITIVE = Pattern.compile("[1-9][0-9]{0,5}");

  // The bodies that the vendor's documentation prints.
  private static final String INVALID_PARAMETERS =
      "{\"success\":false,\"error\":\"Invalid query parameters\",\"code\":\"INVALID_PARAMETERS\"}";
  private static final String UNAUTHORIZED =
      "{\"error\":\"Protected resource, use Authorization header to get access\"}";
  private static final String NOT_FOUND =
      "{\"error\":\"Document liveness not found\",\"message\":\"DOCUMENT_LIVENESS_NOT_FOUND\"}";
  private static final String SERVER_ERROR =
      "{\"code\":\"InternalServerError\",\"message\":\"Server error.\"}";

  private final SandboxRecords records = new SandboxRecords();
  private final AtomicInteger sessions = new AtomicInteger();
  private final HttpServer server;
  private final ExecutorService threads;

  private SandboxVendor(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Starts a sandbox with no fetch counted.
   *
   * @param port of the loopback interface; 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static SandboxVendor start(int port) throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    HttpServer server = HttpServer.create(address, 0);
    // As many threads as there are callers: a slow record holds up nobody else.
    ExecutorService threads = Executors.newCachedThreadPool(SandboxVendor::daemon);
    SandboxVendor vendor = new SandboxVendor(server, threads);
    server.setExecutor(threads);
    server.createContext("/", vendor::handle);
    server.start();
    return vendor;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "sandbox-vendor");
    thread.setDaemon(true);
    return thread;
  }

  /** What to configure as the vendor's address: {@code http://127.0.0.1:<port>}, without a path. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Stops at once; answers under way are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String token = exchange.getRequestHeaders().getFirst("Authorization");
      if (token == null || !token.matches("Bearer \\S+")) {
        answer(exchange, 401, UNAUTHORIZED.getBytes(UTF_8));
      } else if (!exchange.getRequestMethod().equals("GET")) {
        answer(exchange, 404, NOT_FOUND.getBytes(UTF_8));
      } else if (path.equals(SESSION)) {
        session(exchange);
      } else if (path.equals(PATH)) {
        list(exchange);
      } else if (path.startsWith(PATH + "/")) {
        fetch(exchange, path.substring(PATH.length() + 1));
      } else {
        answer(exchange, 404, NOT_FOUND.getBytes(UTF_8));
      }
    }
  }

  /** A new token, which is no JWT and so expires never. */
  private void session(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    boolean asked = "refresh".equals(query.get("origin"));
    if (!asked || !POSITIVE.matcher(query.getOrDefault("expiresIn", "1")).matches()) {
      answer(exchange, 400, INVALID_PARAMETERS.getBytes(UTF_8));
      return;
    }
    String token = "sandbox-" + sessions.incrementAndGet();
    String body = "{\"accessToken\":\"" + token + "\",\"tokenType\":\"bearer\"}";
    answer(exchange, 200, body.getBytes(UTF_8));
  }

  private void fetch(HttpExchange exchange, String id) throws IOException {
    Behaviour behaviour = records.behaviour(id);
    if (behaviour == Behaviour.FAILS) {
      answer(exchange, 500, SERVER_ERROR.getBytes(UTF_8));
      return;
    }
    if (behaviour == Behaviour.SLOW) {
      pause();
    }
    byte[] file = behaviour == null ? null : records.current(id, records.fetched(id));
    if (file == null) {
      answer(exchange, 404, NOT_FOUND.getBytes(UTF_8));
    } else {
      answer(exchange, 200, file);
    }
  }

  /** Waits, unless the sandbox closes meanwhile. */
  private void pause() throws IOException {
    try {
      if (!threads.awaitTermination(SLOW.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The sandbox is closing");
    }
  }

  private void list(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    String page = query.getOrDefault("page", "1");
    String limit = query.getOrDefault("limit", String.valueOf(DEFAULT_LIMIT));
    if (!POSITIVE.matcher(page).matches() || !POSITIVE.matcher(limit).matches()) {
      answer(exchange, 400, INVALID_PARAMETERS.getBytes(UTF_8));
      return;
    }
    int pageSize = Math.min(Integer.parseInt(limit), MAX_LIMIT);
    answer(
        exchange,
        200,
        SandboxListing.page(
            records.listed(), Integer.parseInt(page), pageSize, query.get("status")));
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String parameter : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = parameter.split("=", 2);
      if (parts.length == 2) {
        query.put(URLDecoder.decode(parts[0], UTF_8), URLDecoder.decode(parts[1], UTF_8));
      }
    }
    return query;
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
