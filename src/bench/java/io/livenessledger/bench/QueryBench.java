package io.livenessledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.livenessledger.bench.Statements.Sent;
import io.livenessledger.bench.crowd.Crowd;
import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Vendor;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the packaged program makes of its database: each call's rate beside that of the same
 * statements through pgbench, an export's beside psql's. On a database with fsync, in {@code
 * -Xmx256m}. After {@code ./mvnw package -DskipTests}: {@code ./mvnw -Pbench test
 * -Dtest=QueryBench}, with {@code -Dbench.records=100000}.
 */
class QueryBench {
  private static final int RECORDS = Integer.getInteger("bench.records", 100_000);
  private static final int CALLERS = 8;
  private static final int IDS = 1000;
  private static final int REFRESHED = 600;
  private static final int PAGES = Math.min(1000, RECORDS / 100);
  private static final String LIST = "/v1/document-liveness";
  private static final Pattern TOKEN = Pattern.compile("\"nextPageToken\":\"([^\"]+)\"");

  private final Crowd crowd = new Crowd(1, RECORDS, true);
  private final WireMockServer vendor =
      new WireMockServer(
          WireMockConfiguration.options()
              .bindAddress("127.0.0.1")
              .dynamicPort()
              .disableRequestJournal()
              .containerThreads(16));

  private Machine machine;
  private Service service;
  private Statements statements;
  private String password;

  @Test
  void rates() throws Exception {
    vendor.start();
    List<String> ids =
        IntStream.range(0, IDS).mapToObj(i -> crowd.id((long) i * RECORDS / IDS)).toList();
    for (int i = 0; i < IDS; i++) {
      String body = crowd.answer((long) i * RECORDS / IDS);
      vendor.stubFor(
          WireMock.get("/v2/document-liveness/" + ids.get(i)).willReturn(Vendor.ok(body)));
    }
    try (Machine started = Machine.start(true)) {
      machine = started;
      machine.fill(crowd);
      password = machine.server().password(Role.APP);
      Map<String, String> settings =
          Map.of("quarkus.rest-client.verifik.url", "http://127.0.0.1:" + vendor.port());
      try (Service running = Service.start(machine, List.of("-Xmx256m"), settings)) {
        service = running;
        awaitLeaves();
        statements = new Statements(machine);
        statements.logging("-1");
        measure(ids);
      }
    } finally {
      vendor.stop();
    }
  }

  private void awaitLeaves() throws Exception {
    long start = System.nanoTime();
    try (Connection owner = machine.connect(Role.OWNER)) {
      long leaves = Machine.number(owner, "select count(*) from ledger_entry");
      while (Machine.number(owner, "select count(*) from ledger_pending") > 0) {
        LockSupport.parkNanos(100_000_000);
      }
      Figures.print("leaves", "%d in %.1f s", leaves, (System.nanoTime() - start) / 1e9);
      Machine.execute(owner, "vacuum analyze");
    }
  }

  private void measure(List<String> ids) throws Exception {
    List<String> reads = ids.stream().map(id -> LIST + "/" + id).toList();
    row("read one", gets(reads), 3000, "select * from record where id = '" + ids.get(7) + "';\n");
    String first = LIST + "?pageSize=50";
    row("search, page 1", gets(List.of(first)), 400, sql(first));
    String deep = first + "&pageToken=" + token(first);
    row("search, page " + PAGES, gets(List.of(deep)), 400, sql(deep));
    String rare = LIST + "?pageSize=50&live=false&sort=-riskScore";
    row("search, not live by risk", gets(List.of(rare)), 400, sql(rare));
    String statistics = LIST + "/statistics";
    row("statistics", gets(List.of(statistics)), 100, sql(statistics));
    String hundred =
        ids.subList(0, 100).stream().collect(Collectors.joining("\",\"", "{\"ids\":[\"", "\"]}"));
    row("lookup of 100", List.of(post(LIST + "/lookup", hundred)), 200, lookup(ids));
    floor(service.get(first).length());
    exports();
    refreshes(ids);
  }

  /** What the program sent for a request, in pgbench's language. */
  private String sql(String path) throws Exception {
    long mark = statements.mark();
    statements.logging("0");
    service.get(path);
    statements.logging("-1");
    return statements.since(mark).stream()
        .map(Sent::text)
        .collect(Collectors.joining(";\n", "", ";\n"));
  }

  private static String lookup(List<String> ids) {
    return ids.subList(0, 100).stream()
        .collect(Collectors.joining("','", "select * from record where id in ('", "');\n"));
  }

  private String token(String first) throws Exception {
    String token = "";
    for (int page = 1; page < PAGES; page++) {
      Matcher next = TOKEN.matcher(service.get(first + (page == 1 ? "" : "&pageToken=" + token)));
      if (!next.find()) {
        throw new IOException("only " + page + " pages");
      }
      token = next.group(1);
    }
    return token;
  }

  private List<byte[]> gets(List<String> paths) {
    return paths.stream()
        .map(path -> ("GET " + path + Callers.head(service.token()) + "\r\n").getBytes(US_ASCII))
        .toList();
  }

  private byte[] post(String path, String body) {
    String type = "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
    return ("POST " + path + Callers.head(service.token()) + type + body).getBytes(US_ASCII);
  }

  /** One of the table: a rate, and that of the same statements without us. */
  private void row(String what, List<byte[]> requests, int count, String transaction)
      throws Exception {
    double rate = rate(service.url(), requests, count);
    PgBench pgbench = new PgBench(machine.server().jdbcUrl(), password, CALLERS, transaction);
    double bare = pgbench.seconds(3).run(Role.APP);
    Figures.print(what, "%.0f/s; %.0f/s of pgbench: ratio %.2f", rate, bare, rate / bare);
  }

  private static double rate(URI server, List<byte[]> requests, int count) throws IOException {
    try (Callers callers = new Callers(server, CALLERS, requests)) {
      callers.run(count / 2); // the JIT compiles
      return count / callers.run(count);
    }
  }

  /** HTTP alone: as many bytes as a page, from memory. */
  private void floor(int size) throws Exception {
    Vertx vertx = Vertx.vertx();
    String page = "x".repeat(size);
    var server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end(page))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    URI url = URI.create("http://127.0.0.1:" + server.actualPort());
    double rate = rate(url, gets(List.of("/")), 20_000);
    Figures.print("HTTP alone, as many bytes as page 1", "%.0f/s of a Vert.x handler", rate);
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private void exports() throws Exception {
    double bare = Psql.copiedRows(machine, "select * from record where revision is not null");
    for (String format : List.of("ndjson", "csv")) {
      export(format, bare); // warm
      Figures.print("export " + format, "%s", export(format, bare));
    }
  }

  private String export(String format, double bare) throws Exception {
    HttpRequest request = service.request("/v1/exports/document-liveness?format=" + format).build();
    try (Memory memory = new Memory(service.pid())) {
      long start = System.nanoTime();
      Lines lines = Lines.of(service.client(), request);
      double rate = RECORDS / ((System.nanoTime() - start) / 1e9);
      long more = 1; // the head of CSV, or the manifest
      if (lines.count() != RECORDS + more) {
        throw new IOException(lines.count() + " lines");
      }
      return String.format(
          Locale.ROOT,
          "%.0f records/s, %d MiB; %.0f/s of psql's copy: ratio %.2f; RSS %s MiB",
          rate,
          lines.bytes() >> 20,
          bare,
          rate / bare,
          memory.quartiles());
    }
  }

  private void refreshes(List<String> ids) throws Exception {
    List<byte[]> refreshes =
        ids.stream().map(id -> post(LIST + "/" + id + "/refresh", "")).toList();
    double rate = rate(service.url(), refreshes, REFRESHED);
    List<byte[]> fetches =
        ids.stream()
            .map(id -> "GET /v2/document-liveness/" + id + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .map(text -> text.getBytes(US_ASCII))
            .toList();
    List<byte[]> all = new ArrayList<>(Stream.of(fetches).flatMap(List::stream).toList());
    double stub = rate(URI.create("http://127.0.0.1:" + vendor.port()), all, 4000);
    Figures.print(
        "refresh",
        "%.0f/s; %.0f/s of the vendor's stub alone: ratio %.2f",
        rate,
        stub,
        rate / stub);
  }
}
