package io.livenessledger.bench;

import io.livenessledger.bench.Statements.Plan;
import io.livenessledger.bench.Statements.Sent;
import io.livenessledger.bench.crowd.Crowd;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * How PostgreSQL answers the questions of a search, of statistics and of exports: each is asked of
 * the packaged program, and the statements that it sent are run again with {@code explain}. After
 * {@code ./mvnw package}: {@code ./mvnw -Pbench test -Dtest=PlanBench
 * -DargLine=-Dbench.records=10000000}. Plans are written to {@code target/bench/plans.txt}.
 */
class PlanBench {
  private static final long RECORDS = Long.getLong("bench.records", 100_000);
  private static final Pattern ONLY = Pattern.compile(System.getProperty("bench.only", ""));
  private static final String LIST = "/v1/document-liveness?pageSize=50&";
  private static final Pattern TOKEN = Pattern.compile("\"nextPageToken\":\"([^\"]+)\"");
  private static final String MIDDLE_ID = "67c0000000000000bbbbbbbb";
  private static final Map<String, String> MIDDLES =
      Map.of(
          "createdAt", "2025-05-01T00:00:00Z",
          "observedAt", "2025-05-01T00:00:00Z",
          "riskScore", "0.2500000",
          "aggregateProbability", "0.2500000");

  private BufferedWriter plans;

  @Test
  void plans() throws Exception {
    Path directory = Files.createDirectories(Machine.TARGET.resolve("bench"));
    plans = Files.newBufferedWriter(directory.resolve("plans.txt"));
    try (Machine machine = Machine.start(false)) {
      machine.fill(new Crowd(1, RECORDS, false));
      Statements statements = new Statements(machine);
      try (Service service = Service.start(machine, List.of(), Map.of())) {
        for (String path : paths()) {
          if (ONLY.matcher(path).find()) {
            measure(path, statements, service);
          }
        }
      }
    }
    plans.close();
  }

  private void measure(String path, Statements statements, Service service) throws Exception {
    long mark = statements.mark();
    long start = System.nanoTime();
    String answer = answer(path, service);
    double whole = (System.nanoTime() - start) / 1e6;
    List<Sent> sent = statements.since(mark);
    for (Sent one : sent.subList(0, Math.min(sent.size(), 8))) {
      print(path, "", one, statements);
    }
    if (answer.isEmpty()) {
      return;
    }
    start = System.nanoTime();
    service.get(path);
    double again = (System.nanoTime() - start) / 1e6;
    Figures.line("  (over HTTP: first %.0f ms, after the plans %.0f ms)", whole, again);
    Matcher next = TOKEN.matcher(answer);
    if (path.startsWith(LIST) && next.find()) {
      deep(path, next.group(1), statements, service);
    }
  }

  /** Empty when it was refused. */
  private static String answer(String path, Service service) throws Exception {
    try {
      return service.get(path);
    } catch (IOException refused) {
      Figures.line("| `%s` | %s |", path, refused.getMessage());
      return "";
    }
  }

  private void deep(String path, String token, Statements statements, Service service)
      throws Exception {
    long mark = statements.mark();
    service.get(path + "&pageToken=" + token);
    String key = path.replaceAll(".*sort=-?(\\w+).*", "$1");
    String value = MIDDLES.getOrDefault(key, MIDDLES.get("createdAt"));
    for (Sent one : statements.since(mark)) {
      if (one.hasPosition()) {
        print(path, " deep", one.at(value, MIDDLE_ID), statements);
      }
    }
  }

  private void print(String path, String place, Sent sent, Statements statements) throws Exception {
    Plan plan = statements.run(sent);
    Figures.line(
        "| `%s`%s | %s | %s | %d | %.1f |",
        path.replace(LIST, "").replace("/v1/", ""),
        place,
        plan.ways(),
        plan.rows(),
        plan.pages(),
        plan.millis());
    plans.write(
        "==== "
            + path
            + place
            + "\n"
            + sent.sql()
            + "\n"
            + sent.values()
            + "\n\n"
            + plan.text()
            + "\n");
    plans.flush();
  }

  private static List<String> paths() {
    String common = "62a1b2c3d4e5f60718293010";
    String small = "62a1b2c3d4e5f60718293029";
    String registration = "registration-3";
    String second = Instant.now().minusSeconds(1).truncatedTo(ChronoUnit.MILLIS).toString();
    String year = "2025-11-01T00:00:00Z";
    List<String> paths = new ArrayList<>();
    for (String sort : List.of("createdAt", "observedAt", "riskScore", "aggregateProbability")) {
      for (String way : List.of("", "-")) {
        paths.add(LIST + "sort=" + way + sort);
      }
    }
    List<String> filters =
        List.of(
            "client=" + common,
            "client=" + small,
            "appRegistration=" + registration,
            "status=completed",
            "status=failed",
            "live=true",
            "live=false",
            "live=unknown",
            "family=NESTED",
            "upstream=PRESENT",
            "upstream=GONE",
            "failedCheck=printedCopy",
            "ranCheck=screenReplay",
            "warning=GLARE_ON_IMAGE",
            "warning=DOCUMENT_COLOURLESS",
            "error=DOCUMENT_CROPPED",
            "calibration=screenReplay:HARD",
            "riskScoreMin=0.9",
            "riskScoreMin=0.2&riskScoreMax=0.2001",
            "confidenceMin=0.999",
            "confidenceMin=0.2",
            "aggregateProbabilityMin=0.2&aggregateProbabilityMax=0.2001",
            "createdFrom=2025-03-01T00:00:00Z&createdTo=2025-03-02T00:00:00Z",
            "completedFrom=2025-03-01T00:00:00Z&completedTo=2025-03-02T00:00:00Z",
            "completedTo=2024-03-01T00:00:00Z",
            "observedFrom=2025-03-01T00:00:00Z&observedTo=2025-03-02T00:00:00Z",
            "observedBefore=2024-01-01T00:00:00Z",
            "changed=true",
            "changed=false",
            "warning=NO_SUCH_WARNING",
            "client=nobody");
    filters.forEach(filter -> paths.add(LIST + filter));
    List<String> tempting =
        List.of(
            "live=false&warning=DOCUMENT_COLOURLESS&sort=-riskScore",
            "failedCheck=printedCopy&sort=-riskScore",
            "warning=GLARE_ON_IMAGE&sort=-riskScore",
            "live=false&sort=-riskScore",
            "live=false&sort=-observedAt",
            "live=unknown&sort=-aggregateProbability",
            "client=" + small + "&sort=-riskScore",
            "client=" + small + "&sort=-observedAt",
            "client=" + common + "&sort=-observedAt",
            "client=" + small + "&warning=GLARE_ON_IMAGE",
            "client=" + small + "&warning=DOCUMENT_COLOURLESS&sort=-aggregateProbability",
            "client=" + small + "&live=false",
            "client=" + small + "&live=false&sort=-riskScore",
            "appRegistration=" + registration + "&live=false",
            "appRegistration=" + registration + "&sort=-riskScore",
            "upstream=GONE&sort=-riskScore",
            "changed=true&sort=-riskScore",
            "changed=true&live=false&client=" + small,
            "upstream=GONE&client=" + small + "&warning=GLARE_ON_IMAGE",
            "riskScoreMin=0.9&sort=-createdAt&live=false",
            "riskScoreMin=0.99&riskScoreMax=0.9901&sort=-createdAt",
            "riskScoreMin=0.5&warning=GLARE_ON_IMAGE",
            "confidenceMin=0.999&sort=-riskScore",
            "createdFrom=2025-03-01T00:00:00Z&createdTo=2025-04-01T00:00:00Z&sort=-riskScore",
            "createdFrom=2024-01-01T00:00:00Z&createdTo=2026-01-01T00:00:00Z&sort=-riskScore",
            "createdFrom=2025-03-01T00:00:00Z&createdTo=2025-04-01T00:00:00Z&live=false&sort=-riskScore",
            "createdFrom=2025-03-01T00:00:00Z&createdTo=2025-04-01T00:00:00Z&sort=-observedAt",
            "createdTo=2024-11-01T00:00:00Z&sort=-observedAt",
            "createdFrom=2025-03-01T00:00:00Z&sort=-observedAt",
            "createdFrom=2026-10-01T00:00:00Z&sort=observedAt",
            "completedFrom=2026-10-01T00:00:00Z&sort=observedAt",
            "observedFrom=2026-10-01T00:00:00Z&sort=createdAt",
            "observedFrom=2025-03-01T00:00:00Z&observedTo=2025-04-01T00:00:00Z&sort=createdAt",
            "completedTo=2024-03-01T00:00:00Z&family=FLAT",
            "aggregateProbabilityMin=0.2&family=NESTED",
            "observedBefore=2024-01-01T00:00:00Z&sort=observedAt",
            "observedBefore=2024-01-01T00:00:00Z&client=" + small + "&sort=observedAt",
            "observedBefore=2024-01-01T00:00:00Z&sort=-createdAt",
            "completedFrom=2025-03-01T00:00:00Z&completedTo=2025-03-02T00:00:00Z&client=" + small,
            "family=FLAT&status=completed",
            "riskScoreMin=2");
    tempting.forEach(filter -> paths.add(LIST + filter));
    for (String asOf : List.of(second, year)) {
      for (String sort :
          List.of("-createdAt", "createdAt", "-riskScore", "-observedAt", "observedAt")) {
        paths.add(LIST + "asOf=" + asOf + "&sort=" + sort);
      }
      for (String filter :
          List.of(
              "client=" + small,
              "live=false",
              "warning=GLARE_ON_IMAGE",
              "upstream=GONE",
              "changed=true")) {
        paths.add(LIST + "asOf=" + asOf + "&" + filter);
      }
      paths.add(LIST + "asOf=" + asOf + "&live=false&sort=-riskScore");
    }
    for (String count : List.of("exact", "estimate")) {
      for (String filter :
          List.of(
              "sort=-createdAt",
              "live=false",
              "client=" + small,
              "riskScoreMin=0.9",
              "riskScoreMin=0.2",
              "warning=GLARE_ON_IMAGE",
              "appRegistration=" + registration)) {
        paths.add("/v1/document-liveness?pageSize=1&count=" + count + "&" + filter);
      }
    }
    String statistics = "/v1/document-liveness/statistics?";
    for (String filter :
        List.of(
            "period=month",
            "period=day",
            "client=" + small,
            "client=" + common,
            "live=false",
            "warning=GLARE_ON_IMAGE",
            "upstream=GONE",
            "changed=true",
            "createdFrom=2025-03-01T00:00:00Z&createdTo=2025-04-01T00:00:00Z",
            "observedFrom=2025-03-01T00:00:00Z&observedTo=2025-04-01T00:00:00Z",
            "client=" + small + "&live=false",
            "riskScoreMin=0.9",
            "riskScoreMin=0.2",
            "riskScoreMin=0.2&live=false",
            "confidenceMin=0.2",
            "aggregateProbabilityMin=0.2",
            "completedTo=2025-11-01T00:00:00Z",
            "createdFrom=2024-01-01T12:00:00Z",
            "createdFrom=2024-01-01T00:00:00Z",
            "observedFrom=2024-01-01T00:00:00Z&family=FLAT",
            "live=true",
            "family=FLAT",
            "ranCheck=screenReplay&changed=false",
            "appRegistration=" + registration,
            "asOf=" + second,
            "asOf=" + year,
            "asOf=" + year + "&live=true",
            "asOf=" + year + "&client=" + small,
            "asOf=" + year + "&upstream=GONE",
            "asOf=2023-12-01T00:00:00Z")) {
      paths.add(statistics + filter);
    }
    return paths;
  }
}
