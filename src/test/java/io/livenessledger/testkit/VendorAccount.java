package io.livenessledger.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A vendor's account with records: it lists them, newest first, a page in one envelope and the next
 * in the other, and answers fetches. It counts every call, and misbehaves as it is told.
 */
public final class VendorAccount implements AutoCloseable {
  private static final String PATH = "/v2/document-liveness";

  private final List<String> ids = new ArrayList<>();
  private final Map<String, String> bodies = new ConcurrentHashMap<>();
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  private volatile UnaryOperator<Answer> fault = UnaryOperator.identity();
  private volatile Consumer<Call> listener = call -> {};

  /** A call that came in. */
  public record Call(String path, String query, long nanos) {
    /** Whether it asks for a page of the list. */
    public boolean isList() {
      return path.equals(PATH);
    }

    /** The record that it asks for. */
    public String id() {
      return path.substring(PATH.length() + 1);
    }
  }

  /**
   * What is answered.
   *
   * @param sent bytes that leave of the body: fewer than all, and the connection breaks
   * @param retryAfter seconds; null for none
   */
  public record Answer(Call call, int status, String body, int sent, Integer retryAfter) {
    /** The same call's failure. */
    public Answer failed(int status) {
      String body = "{\"code\":\"InternalServerError\",\"message\":\"Server error.\"}";
      return new Answer(call, status, body, body.length(), null);
    }

    /** A 429 that says when to come back. */
    public Answer limited(int seconds) {
      Answer failed = failed(429);
      return new Answer(call, 429, failed.body, failed.sent, seconds);
    }

    /** Half of it. */
    public Answer broken() {
      return new Answer(call, status, body, body.length() / 2, null);
    }
  }

  /** Listens on a free port. */
  public VendorAccount() throws IOException {
    this(0);
  }

  /** Listens on this port. */
  public VendorAccount(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** A new record, which is listed first from now on. */
  public synchronized void add(String id, String body) {
    ids.add(0, id);
    bodies.put(id, body);
  }

  /** Lists it no longer; fetches still find it. */
  public synchronized void unlist(String id) {
    ids.remove(id);
  }

  /** Has it no longer, though the list may name it. */
  public void forget(String id) {
    bodies.remove(id);
  }

  /** What becomes of answers. */
  public void misbehaves(UnaryOperator<Answer> how) {
    fault = how;
  }

  /** Called with each call before it is answered, on its thread. */
  public void listens(Consumer<Call> to) {
    listener = to;
  }

  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** How often each record was asked for. */
  public Map<String, Long> fetches() {
    return calls.stream()
        .filter(call -> !call.isList())
        .collect(Collectors.groupingBy(Call::id, Collectors.counting()));
  }

  public long lists() {
    return calls.stream().filter(Call::isList).count();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Call call =
        new Call(
            exchange.getRequestURI().getPath(),
            exchange.getRequestURI().getQuery(),
            System.nanoTime());
    calls.add(call);
    listener.accept(call);
    Answer answer = fault.apply(call.isList() ? page(call) : fetch(call));
    byte[] bytes = answer.body().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
    if (answer.retryAfter() != null) {
      exchange.getResponseHeaders().add("Retry-After", answer.retryAfter().toString());
    }
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes, 0, Math.min(bytes.length, answer.sent()));
    exchange.close();
  }

  private Answer fetch(Call call) {
    String body = bodies.get(call.id());
    return body == null
        ? ok(call, "{\"error\":\"Document liveness not found\"}", 404)
        : ok(call, body, 200);
  }

  private static Answer ok(Call call, String body, int status) {
    return new Answer(call, status, body, body.getBytes(UTF_8).length, null);
  }

  private synchronized Answer page(Call call) {
    int page = parameter(call, "page");
    int limit = parameter(call, "limit");
    int total = ids.size();
    int pages = (total + limit - 1) / limit;
    String items =
        ids.stream()
            .skip((page - 1L) * limit)
            .limit(limit)
            .map(id -> "{\"_id\":\"" + id + "\",\"createdAt\":\"2025-11-03T14:03:02.123Z\"}")
            .collect(Collectors.joining(",", "[", "]"));
    String paging =
        "\"page\":" + page + ",\"limit\":" + limit + ",\"total\":" + total + ",\"pages\":" + pages;
    String body =
        page % 2 == 1
            ? "{\"data\":" + items + "," + paging + "}"
            : "{\"success\":true,\"data\":" + items + ",\"pagination\":{" + paging + "}}";
    return ok(call, body, 200);
  }

  private static int parameter(Call call, String name) {
    for (String parameter : call.query().split("&", -1)) {
      if (parameter.startsWith(name + "=")) {
        return Integer.parseInt(parameter.substring(name.length() + 1));
      }
    }
    throw new IllegalArgumentException("no " + name + " in " + call.query());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
