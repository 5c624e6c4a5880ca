package io.livenessledger.testkit.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.Tokens;
import io.livenessledger.testkit.drill.Told.Acknowledged;
import io.livenessledger.testkit.drill.Told.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Callers who refresh, read and search without a rest, and remember all that they were told. Who
 * reads expects at least what was acknowledged before he asked.
 */
public final class Load implements AutoCloseable {
  /** So many at a time. */
  public static final int CALLERS = 8;

  /** Longer than the program lets anybody wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** That nobody keeps a core busy with a service that is down. */
  private static final long REST_MILLIS = 20;

  /** So many answers without a failure, and it is well again. */
  private static final int WELL = 30;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final DrillVendor vendor;
  private final String authorization;
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> known = new ConcurrentHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private volatile List<String> addresses;

  /** Begins at once, with these credentials. */
  public Load(DrillVendor vendor, String authorization, String... addresses) {
    this.vendor = vendor;
    this.authorization = authorization;
    goesTo(addresses);
    for (int caller = 0; caller < CALLERS; caller++) {
      Random random = new Random(caller);
      callers.execute(() -> call(random));
    }
  }

  /** Of somebody who may do all that a drill does, for longer than any drill takes. */
  static String token() {
    Tokens tokens = Packaged.tokens();
    Map<String, Object> claims = tokens.claims("operator", "auditor");
    claims.put("exp", Instant.now().plus(Duration.ofHours(2)).getEpochSecond());
    return tokens.sign(claims);
  }

  /** Where calls go from now on. */
  public void goesTo(String... replicas) {
    addresses = List.of(replicas);
  }

  private void call(Random random) {
    try {
      while (ended.getCount() > 0) {
        Told now = once(random);
        told.add(now);
        if (!now.isSuccess()) {
          ended.await(REST_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Told once(Random random) throws InterruptedException {
    List<String> replicas = addresses;
    String address = replicas.get(random.nextInt(replicas.size()));
    String id = DrillVendor.records().get(random.nextInt(DrillVendor.records().size()));
    int chance = random.nextInt(10);
    if (chance < 6 || !known.containsKey(id)) {
      return told(Kind.REFRESH, address, id, post(address + Api.RECORDS + "/" + id + "/refresh"));
    }
    return chance < 9
        ? told(Kind.READ, address, id, get(address + Api.RECORDS + "/" + id))
        : told(Kind.SEARCH, address, id, get(address + Api.RECORDS + "?pageSize=5"));
  }

  private HttpRequest post(String uri) {
    return request(uri).POST(BodyPublishers.noBody()).build();
  }

  private HttpRequest get(String uri) {
    return request(uri).build();
  }

  private HttpRequest.Builder request(String uri) {
    return HttpRequest.newBuilder(URI.create(uri))
        .timeout(PATIENCE)
        .header("Authorization", authorization)
        .header("Access-Purpose", "drill");
  }

  private Told told(Kind kind, String address, String id, HttpRequest request)
      throws InterruptedException {
    int before = known.getOrDefault(id, 0);
    long began = System.nanoTime();
    try {
      HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
      return told(kind, address, id, before, began, answer);
    } catch (IOException noAnswer) {
      String reason = noAnswer.toString();
      return new Told(kind, began, System.nanoTime(), address, 0, reason, false, null, null);
    }
  }

  private Told told(
      Kind kind, String address, String id, int before, long began, HttpResponse<byte[]> answer)
      throws IOException {
    long now = System.nanoTime();
    int status = answer.statusCode();
    if (status != 200 && status != 201) {
      boolean comeBack = answer.headers().firstValue("Retry-After").isPresent();
      String problem = problem(answer);
      return new Told(kind, began, now, address, status, problem, comeBack, null, null);
    }
    JsonNode body = JSON.readTree(answer.body());
    String wrong = null;
    Acknowledged kept = null;
    if (kind == Kind.REFRESH) {
      kept = acknowledged(id, body.path("observation"));
      wrong = vendor.hasSaid(id, kept.bodyDigest()) ? null : "The vendor never said it: " + kept;
      known.merge(id, kept.number(), Math::max);
    } else if (kind == Kind.READ && body.path("freshness").path("observation").asInt() < before) {
      wrong = "Observation " + before + " of " + id + " was acknowledged, and then was not there";
    }
    return new Told(kind, began, now, address, status, null, false, wrong, kept);
  }

  private static Acknowledged acknowledged(String id, JsonNode observation) {
    String digest = observation.path("bodyDigest").asText();
    return new Acknowledged(id, observation.path("number").asInt(), digest);
  }

  private static String problem(HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String text = new String(answer.body(), UTF_8);
    if (!type.startsWith("application/problem+json")) {
      return "";
    }
    try {
      String problem = JSON.readTree(text).path("type").asText();
      return problem.substring(problem.lastIndexOf('/') + 1);
    } catch (IOException noJson) {
      return "";
    }
  }

  /** Waits until so many more observations are acknowledged. */
  public void acknowledges(int more) {
    long before = acknowledged().size();
    await().atMost(PATIENCE).until(() -> acknowledged().size() >= before + more);
  }

  /**
   * Waits until no answer is a failure any more.
   *
   * @param since by {@link System#nanoTime}
   * @return from then to the beginning of the first call after the last failure
   */
  public Duration well(long since, Duration patience) {
    return await().atMost(patience).until(() -> wellSince(since), well -> well != null);
  }

  private Duration wellSince(long since) {
    List<Told> all = all();
    long lastFailure =
        all.stream().filter(t -> !t.isSuccess()).mapToLong(Told::ended).max().orElse(since);
    long from = Math.max(lastFailure, since);
    List<Told> after = all.stream().filter(t -> t.began() >= from).toList();
    boolean everything =
        after.stream().map(Told::kind).collect(Collectors.toSet()).size() == Kind.values().length;
    return everything && after.size() >= WELL ? Duration.ofNanos(from - since) : null;
  }

  /** Everything so far. */
  public List<Told> all() {
    return new ArrayList<>(told);
  }

  /** What began from then on, of one kind. */
  public Stream<Told> since(long nanos, Kind kind) {
    return told.stream().filter(t -> t.kind() == kind && t.began() >= nanos);
  }

  /** The longest that a call of one kind took which began from then on. */
  public Duration longest(long nanos, Kind kind) {
    return Duration.ofNanos(
        since(nanos, kind).mapToLong(t -> t.ended() - t.began()).max().orElseThrow());
  }

  /** What must be kept. */
  public List<Acknowledged> acknowledged() {
    return told.stream().map(Told::acknowledged).filter(a -> a != null).distinct().toList();
  }

  /** Returns when the last call has been answered. */
  public void ends() throws InterruptedException {
    ended.countDown();
    callers.shutdown();
    if (!callers.awaitTermination(2 * PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("A caller waits still");
    }
  }

  @Override
  public void close() {
    ended.countDown();
    callers.shutdownNow();
  }
}
