package io.livenessledger.evidence.export;

import static io.livenessledger.testkit.Api.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.livenessledger.canonical.Digest;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Crowded;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@LedgerTest
@TestProfile(Crowded.class)
class ExportTest {
  private static final String EXPORTS = "/v1/exports/document-liveness";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String client = Bodies.freshId();

  @Test
  void everyRecordIsALineAndTheManifestSaysThatTheyAreAll() throws IOException, SQLException {
    List<String> ids = stored(7);

    Response export = exported("");

    export.then().statusCode(200).contentType("application/x-ndjson");
    List<String> lines = export.asString().lines().toList();
    assertEquals(8, lines.size());
    assertEquals(ids, ids(export));
    JsonNode manifest = json(lines.get(7)).get("manifest");
    assertEquals(7, manifest.get("count").intValue());
    assertEquals(client, manifest.at("/filters/client/0").textValue());
    assertEquals(sha256(export.asString(), lines.get(7)), manifest.get("sha256").textValue());
    assertEquals(leaf(ids, "min"), manifest.get("firstLeaf").asText());
    assertEquals(leaf(ids, "max"), manifest.get("lastLeaf").asText());
    assertEquals(0, manifest.get("withoutLeaf").intValue());
    String size = manifest.get("checkpoint").textValue().lines().toList().get(1);
    assertTrue(Long.parseLong(size) > manifest.get("lastLeaf").longValue());
  }

  private static String leaf(List<String> ids, String which) throws SQLException {
    return Database.rows(
            "select "
                + which
                + "(l.leaf_index) from observation_statement s join ledger_leaf l on l.entry = s.entry"
                + " where s.record_id in ('"
                + String.join("','", ids)
                + "')")
        .get(0);
  }

  @Test
  void aLineIsARecordAsItIsRead() throws JsonProcessingException {
    String id = stored(1).get(0);

    JsonNode line = json(exported("").asString().lines().findFirst().orElseThrow());
    JsonNode read = JSON.readTree(as("auditor").get(Api.RECORDS + "/" + id).asString());

    ((ObjectNode) line.get("freshness")).remove("ageSeconds");
    ((ObjectNode) read.get("freshness")).remove("ageSeconds");
    assertEquals(read, line);
  }

  @Test
  void csvHasStableColumnsAndNoFormulas() throws IOException {
    String id = Bodies.freshId();
    submit(
        id,
        "\"status\":\"=cmd|' /C calc'!A0\",\"appRegistration\":\"@SUM(1)\",\"riskScore\":-0.120,"
            + "\"validationResults\":{\"printedCopy\":{\"passed\":true,\"details\":\"a \\\"b\\\", c\\nd\"}}");

    Response export = exported("&format=csv");

    export.then().statusCode(200).contentType(containsString("text/csv"));
    List<CSVRecord> rows = CSVParser.parse(export.asString(), CSVFormat.RFC4180).getRecords();
    assertEquals(CsvRow.HEADER, rows.get(0).toList());
    assertEquals(2, rows.size());
    CSVRecord row = rows.get(1);
    assertEquals(id, row.get(0));
    assertEquals("'=cmd|' /C calc'!A0", row.get(CsvRow.HEADER.indexOf("status")));
    assertEquals("'@SUM(1)", row.get(CsvRow.HEADER.indexOf("appRegistration")));
    assertEquals("-0.120", row.get(CsvRow.HEADER.indexOf("riskScore")));
    assertEquals("a \"b\", c\nd", row.get(CsvRow.HEADER.indexOf("printedCopyDetails")));
    assertTrue(export.asString().contains("\r\n"));
  }

  @Test
  void theManifestOfCsvIsATrailer() throws IOException, InterruptedException {
    stored(3);

    RawAnswer raw = RawAnswer.of(uri("&format=csv"));

    assertTrue(raw.head().contains("Trailer: Export-Manifest"), raw.head());
    JsonNode manifest = json(raw.trailer("Export-Manifest"));
    assertEquals(3, manifest.get("count").intValue());
    assertEquals(Digest.sha256(raw.body().getBytes()).hex(), manifest.get("sha256").textValue());
  }

  /** JSON needs no escape for it, and a trailer must not have it. */
  @Test
  void theTrailerIsOneWhateverTheQueryHas() throws IOException {
    stored(1);

    RawAnswer raw = RawAnswer.of(uri("&format=csv&sample=1&seed=%7F%C3%A9"));

    JsonNode manifest = json(raw.trailer("Export-Manifest"));
    assertEquals("\u007f\u00e9", manifest.at("/sample/seed").textValue());
  }

  @Test
  void anIdIsCopiedFromCsvAsItStandsThere() throws IOException {
    String id = "-" + Bodies.freshId();
    submit(id, "\"status\":\"new\"");
    Response whole = exported("&format=csv");
    List<CSVRecord> rows = CSVParser.parse(whole.asString(), CSVFormat.RFC4180).getRecords();

    Response rest =
        exported(
            "&format=csv&exportToken="
                + whole.header("Export-Token")
                + "&after="
                + rows.get(1).get(0));

    assertEquals("'" + id, rows.get(1).get(0));
    rest.then().statusCode(200);
    assertEquals("", rest.asString());
  }

  @Test
  void whatIsStoredMeanwhileOrLaterIsNotInIt() {
    List<String> ids = stored(3);
    String asOf = manifest(exported("")).get("asOf").textValue();
    Response before = exported("&asOf=" + asOf);
    new Vendor().answers(ids.get(0), Vendor.ok(body(ids.get(0), "\"status\":\"failed\"")));
    Api.refresh(ids.get(0)).then().body("result", equalTo("CHANGED"));
    stored(2);

    Response after = exported("&asOf=" + asOf);

    assertEquals(lines(before), lines(after));
    assertEquals(manifest(before).get("sha256"), manifest(after).get("sha256"));
    assertEquals(5, manifest(exported("")).get("count").intValue());
  }

  @Test
  void anExportThatWasBrokenOffIsGoneOnWith() {
    stored(1200);
    Response whole = exported("");
    List<String> lines = lines(whole);
    String last = json(lines.get(700)).get("id").textValue();
    stored(3);

    Response rest = exported("&exportToken=" + whole.header("Export-Token") + "&after=" + last);

    assertEquals(lines.subList(701, 1200), lines(rest));
    assertEquals(1200, manifest(rest).get("count").intValue());
    assertEquals(manifest(whole).get("sha256"), manifest(rest).get("sha256"));
    assertEquals(manifest(whole).get("asOf"), manifest(rest).get("asOf"));
  }

  @Test
  void aTokenBelongsToItsQuestion() {
    stored(1);
    String token = exported("").header("Export-Token");

    for (String other : List.of("&format=csv", "&live=true")) {
      exported(other + "&exportToken=" + token)
          .then()
          .statusCode(400)
          .body("type", endsWith("/invalid-page-token"));
    }
    exported("&exportToken=nonsense").then().body("type", endsWith("/invalid-page-token"));
  }

  @Test
  void aSampleIsPickedAgainAndWithTheSameChance() {
    stored(60);

    Response one = exported("&sample=10&seed=audit-1");
    Response again = exported("&sample=10&seed=audit-1");
    Response other = exported("&sample=10&seed=audit-2");

    assertEquals(10, lines(one).size());
    assertEquals(ids(one), ids(again));
    assertNotEquals(ids(one), ids(other));
    assertEquals(60, manifest(one).at("/sample/of").intValue());
    assertEquals("audit-1", manifest(one).at("/sample/seed").textValue());
    int[] picks = new int[60];
    List<String> ids = ids(exported(""));
    IntStream.range(0, 200)
        .forEach(
            seed -> {
              Sampling sampling = new Sampling(10, "s" + seed);
              ids.forEach(sampling::offer);
              sampling.picked().forEach(id -> picks[ids.indexOf(id)]++);
            });
    // 200 x 10/60: a third; four standard deviations to either side
    assertTrue(IntStream.of(picks).allMatch(n -> n > 12 && n < 55), () -> Arrays.toString(picks));
    assertEquals(0, manifest(exported("&sample=10&seed=x&live=true")).at("/sample/of").intValue());
  }

  @Test
  void anExportIsTwoEventsAndTheSecondHasItsCountAndDigest() throws SQLException {
    stored(4);
    Response export = exported("");

    List<String> events =
        Database.rows(
            "select convert_from(statement, 'UTF8')::jsonb ->> 'outcome', convert_from(statement, 'UTF8')::jsonb ->> 'resultCount',"
                + " convert_from(statement, 'UTF8')::jsonb ->> 'resultDigest' from access_event"
                + " where action = 'EXPORT_RECORDS' and convert_from(statement, 'UTF8') like '%"
                + client
                + "%' order by entry");

    byte[] digest = HexFormat.of().parseHex(manifest(export).get("sha256").textValue());
    assertEquals(
        List.of(
            "ALLOWED|null|null",
            "ALLOWED|4|sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":"),
        events);
  }

  @Test
  void itIsCompressedForWhoAsks() throws IOException, InterruptedException {
    stored(3);

    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                request(uri("")).header("Accept-Encoding", "gzip").build(),
                HttpResponse.BodyHandlers.ofByteArray());

    assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse("none"));
    byte[] text = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertEquals(4, new String(text, StandardCharsets.UTF_8).lines().count());
  }

  @Test
  void nothingIsAnExportToo() {
    Response none = exported("");

    assertEquals(0, manifest(none).get("count").intValue());
    assertTrue(manifest(none).get("firstLeaf").isNull());
    assertEquals(Digest.sha256().hex(), manifest(none).get("sha256").textValue());
    assertEquals(0, lines(exported("&sample=5&seed=x")).size());
  }

  @ParameterizedTest
  @CsvSource({
    "format=xml, format",
    "sample=5, seed",
    "seed=5, sample",
    "sample=0&seed=x, sample",
    "sample=10001&seed=x, sample",
    "after=abc, exportToken",
    "live=maybe, live",
    "asOf=2999-01-01T00:00:00Z, asOf"
  })
  void aWrongQuestionIsRefused(String query, String parameter) {
    exported("&" + query).then().statusCode(400).body("errors[0].parameter", equalTo(parameter));
  }

  @Test
  void onlyAuditorsExport() {
    as("operator").get(EXPORTS).then().statusCode(403);
  }

  private List<String> stored(int records) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      String id = Bodies.freshId();
      submit(id, "\"status\":\"completed\",\"riskScore\":0.0500");
      ids.add(id);
    }
    Collections.sort(ids);
    return ids;
  }

  private void submit(String id, String members) {
    Api.submit(id, body(id, members)).then().statusCode(201);
  }

  private String body(String id, String members) {
    return "{\"data\":{\"_id\":\"" + id + "\",\"client\":\"" + client + "\"," + members + "}}";
  }

  private Response exported(String more) {
    return as("auditor").get(EXPORTS + "?client=" + client + more);
  }

  private URI uri(String more) {
    return URI.create(
        "http://localhost:" + RestAssured.port + EXPORTS + "?client=" + client + more);
  }

  private static HttpRequest.Builder request(URI uri) {
    String credentials =
        Base64.getEncoder().encodeToString("auditor:auditor".getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(uri).header("Authorization", "Basic " + credentials);
  }

  private static List<String> lines(Response export) {
    List<String> all = export.asString().lines().toList();
    return all.subList(0, all.size() - 1);
  }

  private static List<String> ids(Response export) {
    return lines(export).stream().map(line -> json(line).get("id").textValue()).toList();
  }

  private static JsonNode manifest(Response export) {
    List<String> all = export.asString().lines().toList();
    JsonNode manifest = json(all.get(all.size() - 1)).get("manifest");
    assertFalse(manifest == null, "the last line is no manifest");
    return manifest;
  }

  private static String sha256(String export, String manifest) {
    String before = export.substring(0, export.lastIndexOf(manifest));
    return Digest.sha256(before.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
