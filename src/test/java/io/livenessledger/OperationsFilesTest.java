package io.livenessledger;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerCheck;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Metrics;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.PromQl;
import io.livenessledger.testkit.PromQl.Selector;
import io.livenessledger.testkit.ReceiverResource;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators are given asks for nothing that the program does not have. */
@LedgerTest
@QuarkusTestResource(value = ReceiverResource.class, restrictToAnnotatedClass = true)
@TestProfile(OwnDatabase.class)
class OperationsFilesTest {
  private static final Path DOCS = Path.of("docs");
  private static final Path DIRECTORY = DOCS.resolve("operations");

  /** Given by Prometheus. */
  private static final Set<String> OF_THE_SCRAPE = Set.of("job", "instance");

  /** Whether the program answered. */
  private static final String PROMETHEUS_OWN = "up";

  private static final Pattern LEGEND = Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)");

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  private List<String> samples;

  @BeforeEach
  void someTraffic() {
    String id = Bodies.freshId();
    new Vendor().answers(id, Vendor.ok(Bodies.small(id, "new")));
    Api.refresh(id).then().statusCode(201);
    Api.read(id, "").then().statusCode(200);
    Api.as("viewer").get(Api.RECORDS).then().statusCode(200);
    LedgerCheck.run();
    Metrics numbers = new Metrics(metrics);
    await().atMost(Api.patience()).until(() -> numbers.sum("ledger_check_findings") == 0);
    // A program that has not yet collected any garbage has no number of its pauses
    System.gc();
    await()
        .atMost(Api.patience())
        .until(
            () ->
                numbers.samples().stream().anyMatch(one -> one.startsWith("jvm_gc_pause_seconds")));
    samples = numbers.samples();
  }

  @Test
  void everyAlarmAsksForWhatIsThere() throws IOException {
    List<JsonNode> alarms = alarms();

    assertTrue(alarms.size() >= 20, alarms.toString());
    alarms.forEach(
        alarm -> assertAsksForWhatIsThere(alarm.get("alert").asText(), alarm.get("expr").asText()));
  }

  @Test
  void everyAlarmSaysWhatItMeansAndWhatToDo() throws IOException {
    Path handbook = DOCS.resolve("OPERATIONS.md");
    String told = Files.exists(handbook) ? Files.readString(handbook) : null;
    alarms()
        .forEach(
            alarm -> {
              String name = alarm.get("alert").asText();
              JsonNode annotations = alarm.get("annotations");
              assertTrue(
                  Set.of("page", "ticket").contains(alarm.at("/labels/severity").asText()), name);
              assertTrue(annotations.get("summary").asText().endsWith("."), name);
              assertNames(name, annotations.get("summary").asText(), alarm.get("expr").asText());
              assertEquals(
                  "docs/OPERATIONS.md#alarm-" + name.toLowerCase(Locale.ROOT),
                  annotations.get("runbook_url").asText());
              assertTrue(told == null || told.contains("# Alarm " + name + "\n"), name);
            });
  }

  @Test
  void everyPanelAsksForWhatIsThere() throws IOException {
    List<JsonNode> targets = dashboard().findParents("expr");

    assertTrue(targets.size() > 30, targets.size() + " expressions");
    for (JsonNode target : targets) {
      String expression = target.get("expr").asText();
      assertAsksForWhatIsThere("a panel", expression);
      assertNames("a panel", target.get("legendFormat").asText(), expression);
    }
  }

  @Test
  void everyNumberOfOursIsShownAndExplained() throws IOException {
    Set<String> shown =
        dashboard().findValuesAsText("expr").stream()
            .flatMap(expression -> PromQl.of(expression).selectors().stream())
            .map(Selector::metric)
            .collect(Collectors.toSet());
    String explained = Files.readString(DIRECTORY.resolve("OBSERVABILITY.md"));
    Set<String> ours =
        samples.stream()
            .map(sample -> sample.split("[{ ]", 2)[0])
            .filter(name -> name.startsWith("ledger_"))
            // Parts of one number; that of the calls is shown by its buckets and its count
            .filter(name -> !name.matches(".*_seconds_(max|sum)"))
            .collect(Collectors.toSet());

    assertTrue(ours.size() > 20, ours.toString());
    for (String name : ours) {
      assertTrue(shown.contains(name), "not on the dashboard: " + name);
      String family = name.replaceAll("_seconds_(bucket|count)$", "_seconds");
      assertTrue(explained.contains("`" + family), "not in OBSERVABILITY.md: " + family);
    }
  }

  @Test
  void whatIsNotThereIsFound() {
    for (String wrong :
        List.of(
            "ledger_sise",
            "sum(rate(ledger_vendor_calls_seconds_count{result=\"PERHAPS\"}[5m]))",
            "sum by (colour) (ledger_size)",
            "max(ledger_lag_seconds{colour=~\".*\"})")) {
      assertThrows(AssertionError.class, () -> assertAsksForWhatIsThere("wrong", wrong), wrong);
    }
    assertThrows(
        AssertionError.class, () -> assertNames("wrong", "{{colour}}", "sum by (span) (x)"));
  }

  private void assertAsksForWhatIsThere(String where, String expression) {
    PromQl asked = PromQl.of(expression);
    assertFalse(asked.selectors().isEmpty(), where);
    Set<String> labels = new HashSet<>();
    for (Selector selector : asked.selectors()) {
      if (selector.metric().equals(PROMETHEUS_OWN)) {
        continue;
      }
      Selector known = new Selector(selector.metric(), checked(selector.matchers()));
      List<String> found = samples.stream().filter(known::selects).toList();
      assertFalse(found.isEmpty(), where + ": nothing is " + known);
      found.forEach(sample -> labels.addAll(labels(sample)));
    }
    for (String group : asked.groups()) {
      assertTrue(labels.contains(group) || OF_THE_SCRAPE.contains(group), where + ": " + group);
    }
  }

  /** No call fails here: of a status the label alone has to be there. */
  private static Map<String, Pattern> checked(Map<String, Pattern> matchers) {
    Map<String, Pattern> checked = new TreeMap<>(matchers);
    checked.keySet().removeAll(OF_THE_SCRAPE);
    checked.replace("status", Pattern.compile(".*"));
    return checked;
  }

  private static List<String> labels(String sample) {
    List<String> labels = new ArrayList<>();
    Matcher label = Pattern.compile("[{,](\\w+)=\"").matcher(sample);
    while (label.find()) {
      labels.add(label.group(1));
    }
    return labels;
  }

  /** A text may name what its expression has left of the labels. */
  private static void assertNames(String where, String text, String expression) {
    Matcher named = LEGEND.matcher(text);
    while (named.find()) {
      String label = named.group(1);
      assertTrue(
          PromQl.of(expression).groups().contains(label) || label.equals("instance"),
          where + " names " + label);
    }
  }

  private static List<JsonNode> alarms() throws IOException {
    List<JsonNode> alarms = new ArrayList<>();
    JsonNode file =
        new ObjectMapper(new YAMLFactory()).readTree(DIRECTORY.resolve("alerts.yaml").toFile());
    file.get("groups").forEach(group -> group.get("rules").forEach(alarms::add));
    return alarms;
  }

  private static JsonNode dashboard() throws IOException {
    return new ObjectMapper().readTree(DIRECTORY.resolve("grafana-dashboard.json").toFile());
  }
}
