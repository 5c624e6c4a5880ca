package io.livenessledger.search.statistics;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@LedgerTest
class StatisticsTest {
  private static final String STATISTICS = RECORDS + "/statistics";
  private static final String COUNTED =
      """
      select profile, client, upstream, revision > 1, (created_at at time zone 'UTC')::date,
             (observed_at at time zone 'UTC')::date, count(*)
        from record where revision is not null group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6""";
  private static final String KEPT =
      """
      select profile, client, upstream, changed, created_on, observed_on, sum(records)
        from (select * from record_statistic union all select * from statistic_change) as cell
       group by 1, 2, 3, 4, 5, 6 having sum(records) <> 0 order by 1, 2, 3, 4, 5, 6""";

  private static final String COUNTED_APART =
      """
      select p.part, client, upstream, revision > 1, p.profile, p.day, count(*)
        from record
        cross join lateral (values
          ('profile', record.profile, null::date),
          ('created', null, (created_at at time zone 'UTC')::date),
          ('observed', null, (observed_at at time zone 'UTC')::date)) as p (part, profile, day)
       where revision is not null group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6""";
  private static final String KEPT_APART =
      """
      select part, client, upstream, changed, profile, day, sum(records)
        from (select * from record_total union all select * from total_change) as total
       group by 1, 2, 3, 4, 5, 6 having sum(records) <> 0 order by 1, 2, 3, 4, 5, 6""";

  private final Vendor vendor = new Vendor();
  private final String client = Bodies.freshId();

  @Test
  void aPopulationIsCountedByAllThatIsAsked() {
    storeFour();

    JsonPath found = statistics("client=" + client + "&period=month");

    assertEquals("SUMMARY", found.getString("source"));
    assertEquals(4, found.getInt("count"));
    assertEquals(Map.of("completed", 1, "new", 1), named(found, "status", 2));
    assertEquals(2, counted(found, "status", null));
    assertEquals(1, counted(found, "live", true));
    assertEquals(2, counted(found, "live", false));
    assertEquals(1, counted(found, "live", null));
    assertEquals(Map.of("printedCopy", 1), named(found, "failedCheck", 1));
    assertEquals(Map.of("GLARE_ON_IMAGE", 2, "IMAGE_TOO_BLURRY", 1), named(found, "warning", 2));
    assertEquals(Map.of(client, 4), named(found, "client", 1));
    assertEquals(Map.of("2025-10-01", 2, "2025-11-01", 1), named(found, "created", 2));
    assertEquals(1, counted(found, "created", null));
    assertEquals(4, found.getInt("observed[0].count"));
  }

  @Test
  void percentilesAreOfNumbersThatAreThere() {
    storeFour();

    JsonPath found = statistics("client=" + client);

    assertEquals(1, found.getInt("percentiles.riskScore.records"));
    assertTrue(found.getBoolean("percentiles.riskScore.exact"));
    assertEquals(new BigDecimal("0.05"), found.<Object>get("percentiles.riskScore.p50"));
    assertEquals(3, found.getInt("percentiles.screenReplayProbability.records"));
    assertEquals(
        new BigDecimal("0.0019733"), found.<Object>get("percentiles.screenReplayProbability.min"));
    assertEquals(
        new BigDecimal("0.75"), found.<Object>get("percentiles.screenReplayProbability.max"));
    // Did not run in any: its zeros are no numbers
    assertEquals(0, found.getInt("percentiles.digitalManipulationProbability.records"));
    assertNull(found.<Object>get("percentiles.digitalManipulationProbability.p50"));
  }

  @Test
  void weeksBeginOnMondayAndDaysAreUtc() {
    storeFour();

    assertEquals(
        Map.of("2025-10-27", 2, "2025-11-03", 1),
        named(statistics("client=" + client + "&period=week"), "created", 2));
    assertEquals(
        Map.of("2025-10-28", 1, "2025-10-31", 1, "2025-11-05", 1),
        named(statistics("client=" + client + "&period=day"), "created", 3));
  }

  @Test
  void whatIsNotKeptIsCountedFromTheRecords() {
    storeFour();

    JsonPath found =
        statistics("client=" + client + "&createdFrom=2025-10-28T01:00:00Z&riskScoreMin=0");

    assertEquals("RECORDS", found.getString("source"));
    assertEquals(0, found.getInt("count"));
    JsonPath days = statistics("client=" + client + "&createdFrom=2025-10-29T00:00:00Z");
    assertEquals("SUMMARY", days.getString("source"));
    assertEquals(2, days.getInt("count"));
    JsonPath whole = statistics("client=" + client + "&createdTo=2999-01-01T00:00:00Z");
    assertEquals(statistics("client=" + client).getList("created").size(), 3);
    assertEquals(3, whole.getInt("count"), "without the one that has no creation time");
    JsonPath same = statistics("client=" + client + "&createdFrom=2025-10-29T00:00:00.001Z");
    assertEquals("RECORDS", same.getString("source"));
    assertEquals(days.getList("created"), same.getList("created"), "both ways must say the same");
    assertEquals(days.getList("warning"), same.getList("warning"));
  }

  @Test
  void theKeptCountsFollowEveryChangeAndAreTakenIn() throws SQLException {
    storeFour();
    String id = Bodies.freshId();
    vendor.answers(
        id,
        Vendor.ok(Bodies.small(id, "new")),
        Vendor.ok(Bodies.small(id, "completed")),
        Vendor.absent());
    for (int i = 0; i < 3; i++) {
      Api.refresh(id).then().statusCode(i == 0 ? 201 : 200);
      assertEquals(Database.rows(COUNTED), Database.rows(KEPT));
      assertEquals(Database.rows(COUNTED_APART), Database.rows(KEPT_APART));
    }

    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> Database.rows("select from statistic_change").isEmpty());
    assertEquals(Database.rows(COUNTED), Database.rows(KEPT));
    assertEquals(Database.rows(COUNTED_APART), Database.rows(KEPT_APART));
  }

  @Test
  void anUnknownPeriodIsRefused() {
    as("viewer")
        .get(STATISTICS + "?period=year")
        .then()
        .statusCode(400)
        .body("type", endsWith("/invalid-parameter"))
        .body("errors[0].parameter", equalTo("period"))
        .body("errors[0].detail", containsString("[day, week, month]"));
  }

  private void storeFour() {
    submitted(
        "\"status\":\"completed\",\"riskScore\":0.05,\"createdAt\":\"2025-10-28T00:30:00Z\","
            + "\"validationResults\":{\"printedCopy\":{\"passed\":false}}");
    submitted(
        "\"isLive\":true,\"createdAt\":\"2025-10-31T23:59:59Z\",\"validateScreenReplay\":true,"
            + "\"screenReplayProbability\":0.0019733,\"screenReplayWarnings\":[\"GLARE_ON_IMAGE\"],"
            + "\"validateDigitalManipulation\":false,\"digitalManipulationProbability\":0");
    submitted(
        "\"isLive\":false,\"createdAt\":\"2025-11-05T00:00:00Z\",\"screenReplayProbability\":0.75,"
            + "\"screenReplayWarnings\":[\"GLARE_ON_IMAGE\"],\"printedCopyWarnings\":[\"IMAGE_TOO_BLURRY\"]");
    submitted("\"status\":\"new\",\"screenReplayProbability\":0.5");
  }

  private void submitted(String members) {
    String id = Bodies.freshId();
    String body =
        "{\"data\":{\"_id\":\"" + id + "\",\"client\":\"" + client + "\"," + members + "}}";
    Api.submit(id, body).then().statusCode(201);
  }

  private static JsonPath statistics(String query) {
    return as("viewer").get(STATISTICS + "?" + query).then().statusCode(200).extract().jsonPath();
  }

  /** The counts of values that are not null; there must be so many. */
  private static Map<String, Integer> named(JsonPath found, String group, int size) {
    Map<String, Integer> counts = new HashMap<>();
    List<Map<String, Object>> counted = found.getList(group);
    counted.stream()
        .filter(one -> one.get("value") != null)
        .forEach(one -> counts.put(one.get("value").toString(), (Integer) one.get("count")));
    assertEquals(size, counts.size());
    return counts;
  }

  private static int counted(JsonPath found, String group, Object value) {
    List<Map<String, Object>> counted = found.getList(group);
    return counted.stream()
        .filter(one -> Objects.equals(one.get("value"), value))
        .mapToInt(one -> (Integer) one.get("count"))
        .findFirst()
        .orElse(0);
  }
}
