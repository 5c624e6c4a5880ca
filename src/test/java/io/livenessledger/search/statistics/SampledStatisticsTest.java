package io.livenessledger.search.statistics;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of a population that is too large to be read whole, the sample's records stand for all. */
@LedgerTest
@TestProfile(SampledStatisticsTest.Impatient.class)
class SampledStatisticsTest {
  private static final String LONG = "0." + "1".repeat(65);

  private final Vendor vendor = new Vendor();
  private final String client = Bodies.freshId();

  @Test
  void eachOfTheSampleStandsForOneHundredAndTwentyEight() throws SQLException {
    submitted(true, "0.1");
    submitted(true, "0.2");
    submitted(false, "0.3");

    JsonPath found = statistics("&riskScoreMin=0");

    assertEquals("SAMPLE", found.getString("source"));
    assertEquals(256, found.getInt("count"));
    assertEquals(256, found.getInt("client[0].count"));
    assertEquals(2, found.getInt("percentiles.riskScore.records"));
    assertFalse(found.getBoolean("percentiles.riskScore.exact"));
    assertFalse(found.getBoolean("percentiles.aggregateProbability.exact"), "others may have it");
    assertEquals(0.2f, found.getFloat("percentiles.riskScore.max"));
  }

  @Test
  void whatIsNotInTheSampleIsCountedAfterAll() throws SQLException {
    submitted(false, "0.1");

    JsonPath found = statistics("&riskScoreMin=0");

    assertEquals("RECORDS", found.getString("source"));
    assertEquals(1, found.getInt("count"));
  }

  @Test
  void theSampleKnowsWhatWasKnownEarlier() throws SQLException {
    String id = submitted(true, "0.1");
    String then = Api.read(id, "").jsonPath().getString("freshness.storedAt");
    submitted(id, "0.9");
    submitted(true, "0.2");

    JsonPath earlier = statistics("&asOf=" + then);
    JsonPath now = statistics("&asOf=" + Instant.now());

    assertEquals("SAMPLE", earlier.getString("source"));
    assertEquals(128, earlier.getInt("count"));
    assertEquals(0.1f, earlier.getFloat("percentiles.riskScore.max"));
    assertEquals(256, now.getInt("count"));
    assertEquals(0.2f, now.getFloat("percentiles.riskScore.min"));
    assertEquals(0.9f, now.getFloat("percentiles.riskScore.max"));
  }

  @Test
  void whatIsGoneIsKnownEitherWay() throws SQLException {
    gone(false);
    String then = gone(true);
    gone(true);

    for (String asOf : List.of("", "&asOf=" + Instant.now())) {
      JsonPath sampled = statistics("&riskScoreMin=0&upstream=GONE" + asOf);
      assertEquals("SAMPLE", sampled.getString("source"));
      assertEquals(256, sampled.getInt("count"));
    }
    assertEquals(128, statistics("&upstream=GONE&asOf=" + then).getInt("count"));
    assertEquals(0, statistics("&riskScoreMin=0&upstream=PRESENT").getInt("count"));
  }

  @Test
  void whatIsGoneAndNotInTheSampleIsCountedAsOfAnInstant() throws SQLException {
    gone(false);
    submitted(false, "0.1");

    JsonPath found = statistics("&upstream=GONE&asOf=" + Instant.now());

    assertEquals("RECORDS", found.getString("source"));
    assertEquals(1, found.getInt("count"));
  }

  /** When that was stored. */
  private String gone(boolean inSample) throws SQLException {
    String id = id(inSample);
    submitted(id, "0.1");
    vendor.answers(id, Vendor.absent());
    return Api.refresh(id).then().statusCode(200).extract().path("observation.storedAt");
  }

  /** An index has no room for many of them; the record is stored, and found by everything else. */
  @Test
  void numbersOfManyDigitsAreInNoSample() throws SQLException {
    submitted(true, "0.1");
    String id = submitted(true, "0.2");
    submitted(id, LONG);

    assertEquals(128, statistics("&riskScoreMin=0").getInt("count"));
    assertEquals(128, statistics("&asOf=" + Instant.now()).getInt("count"));
    String found = as("viewer").get(RECORDS + "?riskScoreMin=0.11&client=" + client).asString();
    assertTrue(found.contains(LONG), found);
  }

  private JsonPath statistics(String query) {
    String path = RECORDS + "/statistics?client=" + client + query;
    return as("viewer").get(path).then().statusCode(200).extract().jsonPath();
  }

  private String submitted(boolean inSample, String riskScore) throws SQLException {
    String id = id(inSample);
    submitted(id, riskScore);
    return id;
  }

  private static String id(boolean inSample) throws SQLException {
    String id = Bodies.freshId();
    while (isInSample(id) != inSample) {
      id = Bodies.freshId();
    }
    return id;
  }

  private void submitted(String id, String riskScore) {
    String body =
        "{\"data\":{\"_id\":\"%s\",\"client\":\"%s\",\"riskScore\":%s}}"
            .formatted(id, client, riskScore);
    Api.submit(id, body).then().statusCode(201);
  }

  private static boolean isInSample(String id) throws SQLException {
    return Database.rows("select hashtext('" + id + "') & 127 = 0").get(0).equals("t");
  }

  /** Reads nothing whole that the sample has. */
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ledger.statistics.read-whole", "0");
    }
  }
}
