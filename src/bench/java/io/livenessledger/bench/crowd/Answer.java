package io.livenessledger.bench.crowd;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Content.CheckResult;
import io.livenessledger.record.history.Content.Family;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The vendor's answer that a content would have come from. */
final class Answer {
  private static final List<String> CHECKS =
      List.of("screenReplay", "printedCopy", "portraitSubstitution", "digitalManipulation");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Answer() {}

  static byte[] of(String id, Content content) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("_id", id);
    data.put("client", content.client());
    put(data, "appRegistration", content.appRegistration());
    data.put("imageSaved", content.imageSaved());
    data.put("imageUrl", content.imageUrl());
    put(data, "status", content.status());
    put(data, "riskScore", content.riskScore());
    put(data, "confidence", content.confidence());
    put(data, "createdAt", content.createdAt());
    put(data, "updatedAt", content.updatedAt());
    put(data, "completedAt", content.completedAt());
    List<CheckResult> checks =
        Arrays.asList(
            content.screenReplay(),
            content.printedCopy(),
            content.portraitSubstitution(),
            content.digitalManipulation());
    if (content.family() == Family.NESTED) {
      nested(data, checks);
    } else {
      put(data, "isLive", content.live());
      put(data, "aggregatedScore", content.aggregateProbability());
      flat(data, checks);
    }
    try {
      return JSON.writeValueAsString(Map.of("data", data)).getBytes(UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void put(Map<String, Object> data, String name, Object value) {
    if (value != null) {
      data.put(name, value instanceof java.time.Instant ? value.toString() : value);
    }
  }

  private static void nested(Map<String, Object> data, List<CheckResult> checks) {
    Map<String, Object> results = new LinkedHashMap<>();
    Map<String, Object> calibrations = new LinkedHashMap<>();
    for (int i = 0; i < checks.size(); i++) {
      CheckResult check = checks.get(i);
      if (check != null) {
        put(calibrations, CHECKS.get(i) + "Calibration", check.calibration());
        if (check.ran() != null) {
          Map<String, Object> result = new LinkedHashMap<>();
          put(result, "passed", check.passed());
          put(result, "score", check.score());
          put(result, "details", check.details());
          results.put(CHECKS.get(i), result);
        }
      }
    }
    data.put("validationResults", results);
    data.put("calibrationSettings", calibrations);
    data.put(
        "validationFlags",
        Map.of("ignoreDocumentCroppedValidation", false, "ignoreColourLessValidation", false));
  }

  private static void flat(Map<String, Object> data, List<CheckResult> checks) {
    for (int i = 0; i < checks.size(); i++) {
      String name = CHECKS.get(i);
      CheckResult check = checks.get(i);
      String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
      put(data, "validate" + capital, check.ran());
      put(data, name + "Score", check.score());
      put(data, name + "Probability", check.probability());
      put(data, name + "Calibration", check.calibration());
      put(data, name + "Warnings", check.warnings());
      put(data, name + "Errors", check.errors());
    }
    data.put("ignoreDocumentCroppedValidation", false);
    data.put("ignoreColourLessValidation", false);
  }
}
