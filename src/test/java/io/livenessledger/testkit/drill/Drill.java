package io.livenessledger.testkit.drill;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a drill has: a vendor, replicas of the program on one database, and somebody who looks. */
public final class Drill implements AutoCloseable {
  private static final Duration PROBE = Duration.ofSeconds(5);

  private final Path directory;
  private final Map<String, String> settings;
  private final Sessions sessions;
  private final DrillVendor vendor = new DrillVendor();
  private final Onlooker onlooker = new Onlooker();
  private final List<Packaged> replicas = new ArrayList<>();
  private final List<Load> loads = new ArrayList<>();

  /** Opens sessions of the drill's database. */
  @FunctionalInterface
  public interface Sessions {
    Connection of(Role role) throws SQLException;
  }

  /** On a server of its own. */
  public Drill(Path directory, DrillServer server) throws IOException {
    this(directory, server.configuration(), server::connect);
  }

  /** On the server of all tests, in a database of its own. */
  public Drill(Path directory, TestDatabase database) throws IOException {
    this(directory, database.configuration(), database::connect);
  }

  /** On any server. */
  public Drill(Path directory, Map<String, String> database, Sessions sessions) throws IOException {
    this.directory = directory;
    this.sessions = sessions;
    this.settings = new HashMap<>(Packaged.settings(database));
    settings.put("quarkus.rest-client.verifik.url", vendor.url());
    settings.put("ledger.vendor.budget.minute.calls", "1000000");
    settings.put("ledger.vendor.budget.day.calls", "1000000");
  }

  /** Says something else than what an operator finds. */
  public Drill with(String key, String value) {
    settings.put(key, value);
    return this;
  }

  /** Starts a replica, and returns when it listens. */
  public Packaged replica() throws IOException {
    Packaged replica = Packaged.start(directory, settings);
    replicas.add(replica);
    replica.url();
    return replica;
  }

  /** Begins a load on these replicas. */
  public Load load(Packaged... on) {
    Load load = new Load(vendor, "Bearer " + Load.token(), addresses(on));
    loads.add(load);
    return load;
  }

  /** Their public addresses. */
  public static String[] addresses(Packaged... replicas) {
    return List.of(replicas).stream().map(Packaged::url).toArray(String[]::new);
  }

  public DrillVendor vendor() {
    return vendor;
  }

  public Onlooker onlooker() {
    return onlooker;
  }

  public Connection connect(Role role) throws SQLException {
    return sessions.of(role);
  }

  /** A call as somebody who may do all. */
  public static RequestSpecification call(Packaged replica) {
    return given()
        .baseUri(replica.url())
        .auth()
        .oauth2(Load.token())
        .header("Access-Purpose", "drill");
  }

  /** What a probe that waits for some seconds finds. */
  public static boolean isReady(Packaged replica) throws InterruptedException {
    HttpRequest probe =
        HttpRequest.newBuilder(URI.create(replica.managementUrl() + "/q/health/ready"))
            .timeout(PROBE)
            .build();
    try {
      return HttpClient.newHttpClient().send(probe, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException late) {
      return false;
    }
  }

  /** Waits until a probe finds it ready again. */
  public static void becomesReady(Packaged replica) {
    await().atMost(Duration.ofSeconds(30)).until(() -> isReady(replica));
  }

  /** Kills it like a power failure, and returns when it is gone. */
  public void kill(Packaged replica) throws IOException, InterruptedException {
    replica.signal("KILL");
    replicas.remove(replica);
    await().atMost(Duration.ofSeconds(30)).until(() -> !replica.isAlive());
  }

  @Override
  public void close() throws IOException, InterruptedException {
    loads.forEach(Load::close);
    vendor.close();
    for (Packaged replica : replicas) {
      replica.close();
    }
  }
}
