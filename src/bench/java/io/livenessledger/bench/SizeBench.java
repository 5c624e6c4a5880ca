package io.livenessledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.VendorAccount;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What a new record, a look at it and an unchanged refresh leave on the database's disk, indexes
 * included. After {@code ./mvnw package -DskipTests}: {@code ./mvnw -Pbench test -Dtest=SizeBench}.
 */
class SizeBench {
  private static final int RECORDS = 5_000;
  private static final int LOOKS = 20_000;
  private static final int CALLERS = 16;

  /** Tables by what they are for; a partition has its parent's name and a month. */
  private static final Map<String, String> PARTS =
      new TreeMap<>(
          Map.of(
              "bodies", "^body_",
              "events", "^access_event_",
              "log and statements", "^(ledger_|observation_statement)",
              "records", "^(record|revision|observation|content_profile)$"));

  private static final String SIZE =
      """
      select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace and relname ~ '%s'
      """;

  private final List<String> ids = new ArrayList<>();

  @Test
  void bytes() throws Exception {
    try (Machine machine = Machine.start(false);
        VendorAccount vendor = new VendorAccount();
        Connection owner = machine.connect(Role.OWNER)) {
      for (int i = 0; i < RECORDS; i++) {
        String id = Bodies.freshId();
        ids.add(id);
        vendor.add(id, Bodies.of(i % 2 == 0 ? "nested" : "flat-populated", id));
      }
      Map<String, String> settings = Map.of("quarkus.rest-client.verifik.url", vendor.url());
      try (Service service = Service.start(machine, List.of("-Xmx256m"), settings)) {
        measure("new record", owner, () -> calls(service, "POST", "/refresh", RECORDS), RECORDS);
        measure("look", owner, () -> calls(service, "GET", "", LOOKS), LOOKS);
        measure("same again", owner, () -> calls(service, "POST", "/refresh", RECORDS), RECORDS);
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void measure(String what, Connection owner, Work work, int count)
      throws IOException, SQLException {
    Map<String, Long> before = sizes(owner);
    work.run();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> Machine.number(owner, "select count(*) from ledger_pending") == 0);
    Map<String, Long> after = sizes(owner);
    after.forEach(
        (part, bytes) ->
            Figures.print(what, "%d bytes of %s", (bytes - before.get(part)) / count, part));
  }

  private static Map<String, Long> sizes(Connection owner) throws SQLException {
    Map<String, Long> sizes = new TreeMap<>();
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      sizes.put(part.getKey(), Machine.number(owner, SIZE.formatted(part.getValue())));
    }
    sizes.put("all", Machine.number(owner, SIZE.formatted("")));
    return sizes;
  }

  private void calls(Service service, String method, String path, int count) throws IOException {
    String head = path + Callers.head(service.token()) + "Content-Length: 0\r\n\r\n";
    List<byte[]> requests =
        ids.stream()
            .map(id -> (method + " /v1/document-liveness/" + id + head).getBytes(US_ASCII))
            .toList();
    try (Callers callers = new Callers(service.url(), CALLERS, requests)) {
      callers.run(count);
    }
  }
}
