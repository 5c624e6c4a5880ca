package io.livenessledger.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Vendor;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes the program store records of all sorts, and remembers what it said of each at each time.
 */
final class RandomRecords {
  static final List<String> CHECKS =
      List.of("screenReplay", "printedCopy", "portraitSubstitution", "digitalManipulation");
  static final List<String> WARNINGS =
      List.of("GLARE_ON_IMAGE", "IMAGE_TOO_BLURRY", "IMAGE_IS_TOO_COMPRESSED");
  static final List<String> ERRORS = List.of("DOCUMENT_NOT_FOUND", "DOCUMENT_CROPPED");
  static final List<String> LEVELS = List.of("SOFT", "REGULAR", "HARD");
  static final List<String> STATUSES = List.of("new", "processing", "completed", "failed");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Random random;
  private final Vendor vendor = new Vendor();
  final List<String> clients;

  RandomRecords(Random random) {
    this.random = random;
    String run = Bodies.freshId();
    this.clients = List.of(run + "-a", run + "-b", run + "-c");
  }

  /** A record with a history of one to four observations. */
  List<JsonNode> store(String client) {
    String id = Bodies.freshId();
    List<JsonNode> history = new ArrayList<>();
    vendor.answers(id, Vendor.ok(body(id, client)), Vendor.ok(body(id, client)), Vendor.absent());
    history.add(told(random.nextInt(3) == 0 ? submitted(id, client) : Api.refresh(id)));
    for (int more = random.nextInt(4); more > 0; more--) {
      history.add(told(random.nextInt(4) == 0 ? submitted(id, client) : Api.refresh(id)));
    }
    return history;
  }

  private Response submitted(String id, String client) {
    return Api.submit(id, body(id, client));
  }

  private static JsonNode told(Response answer) {
    if (answer.statusCode() > 201) {
      throw new AssertionError("refused with " + answer.statusCode());
    }
    try {
      return Known.EXACT.readTree(answer.asString()).get("record");
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private String body(String id, String client) {
    Map<String, Object> data = random.nextBoolean() ? flat() : nested();
    data.put("_id", id);
    data.put("client", client);
    if (random.nextInt(4) > 0) {
      // Some were created after we observed them, if one believes the vendor's clock
      String year = random.nextInt(8) == 0 ? "2031" : "2025";
      data.put(
          "createdAt",
          year + "-10-0" + (1 + random.nextInt(4)) + "T0" + random.nextInt(3) + ":00:00.000Z");
    }
    try {
      return JSON.writeValueAsString(Map.of("data", data));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private Map<String, Object> flat() {
    Map<String, Object> data = new LinkedHashMap<>();
    for (String check : CHECKS) {
      String capital = Character.toUpperCase(check.charAt(0)) + check.substring(1);
      data.put("validate" + capital, random.nextBoolean());
      data.put(check + "Score", decimal());
      data.put(check + "Probability", decimal());
      data.put(check + "Calibration", one(LEVELS));
      data.put(check + "Warnings", random.nextInt(3) == 0 ? List.of(one(WARNINGS)) : List.of());
      data.put(check + "Errors", random.nextInt(5) == 0 ? List.of(one(ERRORS)) : List.of());
    }
    if (random.nextInt(3) > 0) {
      data.put("isLive", random.nextBoolean());
    }
    if (random.nextInt(4) > 0) {
      data.put("aggregatedScore", decimal());
    }
    return data;
  }

  private Map<String, Object> nested() {
    Map<String, Object> data = new LinkedHashMap<>();
    Map<String, Object> results = new LinkedHashMap<>();
    Map<String, Object> calibrations = new LinkedHashMap<>();
    for (String check : CHECKS) {
      if (random.nextInt(4) > 0) {
        results.put(check, Map.of("passed", random.nextInt(4) > 0, "score", decimal()));
        calibrations.put(check + "Calibration", one(LEVELS));
      }
    }
    data.put("validationResults", results);
    data.put("calibrationSettings", calibrations);
    data.put("status", one(STATUSES));
    data.put("appRegistration", "registration-" + random.nextInt(3));
    if (random.nextInt(4) > 0) {
      data.put("riskScore", decimal());
      data.put("confidence", decimal());
      data.put("completedAt", "2025-10-0" + (1 + random.nextInt(4)) + "T00:00:00.000Z");
    }
    return data;
  }

  /** Few values, so that many are equal, and some of them with other digits. */
  private BigDecimal decimal() {
    return new BigDecimal(
        List.of("-0.12", "0", "0.000001", "0.5", "0.50", "10.7250834").get(random.nextInt(6)));
  }

  String one(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
