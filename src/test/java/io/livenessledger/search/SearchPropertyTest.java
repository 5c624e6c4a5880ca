package io.livenessledger.search;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.livenessledger.testkit.Crowded;
import io.livenessledger.testkit.LedgerTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Random questions about random records, answered by the program and by a naive search in memory.
 */
@LedgerTest
@TestProfile(Crowded.class)
class SearchPropertyTest {
  private static final int RECORDS_STORED = 40;
  private static final int QUESTIONS = 80;
  private static final List<String> SORTS =
      List.of(
          "createdAt",
          "-createdAt",
          "observedAt",
          "-observedAt",
          "riskScore",
          "-riskScore",
          "aggregateProbability",
          "-aggregateProbability");

  private static long seed;
  private static Random random;
  private static RandomRecords records;
  private static Known known;

  @BeforeEach
  void storeRecordsOnce() {
    if (known == null) {
      seed = Long.getLong("search.seed", System.nanoTime());
      random = new Random(seed);
      records = new RandomRecords(random);
      known = new Known();
      for (int i = 0; i < RECORDS_STORED; i++) {
        known.add(records.store(records.one(records.clients)));
      }
    }
  }

  @Test
  void everyQuestionIsAnsweredAsByANaiveSearch() {
    for (int i = 0; i < QUESTIONS; i++) {
      Map<String, List<String>> filter = filter();
      String sort = records.one(SORTS);
      List<String> expected = known.find(filter, sort);

      assertEquals(expected, pages(filter, sort, 1 + random.nextInt(20)), told(filter, sort));
      assertEquals(expected.size(), count(filter, "exact"), told(filter, sort));
    }
  }

  @Test
  void everyFilterAloneInEveryOrder() {
    for (String parameter : QUESTIONS_ABOUT) {
      for (String sort : SORTS) {
        Map<String, List<String>> filter = ofOurs();
        filter.put(parameter, values(parameter));
        assertEquals(known.find(filter, sort), pages(filter, sort, 7), told(filter, sort));
      }
    }
  }

  /** Whatever is stored meanwhile: those that were there are listed once each, in order. */
  @Test
  void pagesAreWholeWhileOthersAreStored() {
    Set<String> there = new HashSet<>(known.ids());
    AtomicBoolean enough = new AtomicBoolean();
    RandomRecords others = new RandomRecords(new Random(seed + 1));
    CompletableFuture<Integer> stored =
        CompletableFuture.supplyAsync(
            () -> {
              int n = 0;
              while (!enough.get()) {
                others.store(records.clients.get(n++ % 3));
              }
              return n;
            });
    try {
      for (String sort : SORTS) {
        List<String> seen = new ArrayList<>(pages(ofOurs(), sort, 3));
        seen.retainAll(there); // the others change while they are listed
        assertEquals(known.find(ofOurs(), sort), seen, told(ofOurs(), sort));
      }
    } finally {
      enough.set(true);
      stored.join();
      known = null; // there are more now
    }
  }

  private static Map<String, List<String>> ofOurs() {
    Map<String, List<String>> filter = new LinkedHashMap<>();
    filter.put("client", records.clients);
    return filter;
  }

  private static Map<String, List<String>> filter() {
    Map<String, List<String>> filter = ofOurs();
    for (int i = random.nextInt(4); i > 0; i--) {
      String parameter = records.one(QUESTIONS_ABOUT);
      filter.put(parameter, values(parameter));
    }
    // An interval that is inverted is refused
    if (filter.containsKey("createdFrom")) {
      filter.remove("createdTo");
    }
    if (filter.containsKey("completedFrom")) {
      filter.remove("completedTo");
    }
    if (filter.containsKey("observedFrom")) {
      filter.keySet().removeAll(Set.of("observedTo", "observedBefore"));
    }
    for (String range : List.of("riskScore", "confidence", "aggregateProbability")) {
      if (filter.containsKey(range + "Min")) {
        filter.remove(range + "Max");
      }
    }
    return filter;
  }

  private static final List<String> QUESTIONS_ABOUT =
      List.of(
          "client",
          "appRegistration",
          "status",
          "live",
          "family",
          "upstream",
          "failedCheck",
          "ranCheck",
          "warning",
          "error",
          "calibration",
          "riskScoreMin",
          "riskScoreMax",
          "confidenceMin",
          "confidenceMax",
          "aggregateProbabilityMin",
          "aggregateProbabilityMax",
          "createdFrom",
          "createdTo",
          "completedFrom",
          "completedTo",
          "observedFrom",
          "observedTo",
          "changed",
          "observedBefore",
          "asOf");

  private static List<String> values(String parameter) {
    return switch (parameter) {
      case "client" -> some(records.clients);
      case "appRegistration" -> some(List.of("registration-0", "registration-1", "registration-9"));
      case "status" -> some(RandomRecords.STATUSES);
      case "live" -> some(List.of("true", "false", "unknown"));
      case "family" -> some(List.of("NESTED", "FLAT"));
      case "upstream" -> some(List.of("PRESENT", "GONE"));
      case "failedCheck", "ranCheck" -> some(RandomRecords.CHECKS);
      case "warning" -> some(RandomRecords.WARNINGS);
      case "error" -> some(RandomRecords.ERRORS);
      case "calibration" ->
          List.of(records.one(RandomRecords.CHECKS) + ":" + records.one(RandomRecords.LEVELS));
      case "changed" -> List.of(records.one(List.of("true", "false")));
      case "asOf", "observedFrom", "observedTo", "observedBefore" ->
          List.of(known.storedAt(random.nextInt(1000)).minusMillis(random.nextInt(2)).toString());
      case "createdFrom", "createdTo", "completedFrom", "completedTo" ->
          List.of("2025-10-0" + (1 + random.nextInt(5)) + "T0" + random.nextInt(2) + ":00:00Z");
      default -> List.of(records.one(List.of("-0.12", "0", "0.000001", "0.50", "1", "10.7250834")));
    };
  }

  private static List<String> some(List<String> words) {
    List<String> chosen =
        new ArrayList<>(words.stream().filter(w -> random.nextBoolean()).toList());
    return chosen.isEmpty() ? List.of(records.one(words)) : chosen;
  }

  private static List<String> pages(Map<String, List<String>> filter, String sort, int size) {
    List<String> ids = new ArrayList<>();
    String token = null;
    do {
      RequestSpecification asked =
          asked(filter).queryParam("sort", sort).queryParam("pageSize", size);
      Response page = (token == null ? asked : asked.queryParam("pageToken", token)).get(RECORDS);
      assertEquals(200, page.statusCode(), () -> told(filter, sort) + page.asString());
      assertNull(page.path("count"));
      ids.addAll(page.jsonPath().getList("items.id"));
      token = page.path("nextPageToken");
    } while (token != null);
    return ids;
  }

  private static long count(Map<String, List<String>> filter, String how) {
    return asked(filter)
        .queryParam("count", how)
        .queryParam("pageSize", 1)
        .get(RECORDS)
        .jsonPath()
        .getLong("count");
  }

  private static RequestSpecification asked(Map<String, List<String>> filter) {
    RequestSpecification request = as("viewer");
    filter.forEach((name, values) -> values.forEach(value -> request.queryParam(name, value)));
    return request;
  }

  private static String told(Map<String, List<String>> filter, String sort) {
    return "-Dsearch.seed=" + seed + " : " + filter + " " + sort;
  }
}
