package io.livenessledger.intake;

import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every shape of VERIFIK.md, from the vendor's wire to the reader's, through the store. */
@LedgerTest
class VendorShapesTest {
  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Check to the prefix that its members have on the flat wire. */
  private static final Map<String, String> CHECKS =
      Map.of(
          "screenReplay", "sreenReplay",
          "printedCopy", "printedCopy",
          "portraitSubstitution", "portraitSubstitution",
          "digitalManipulation", "digitalManipulation");

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @ParameterizedTest
  @CsvSource({
    "nested, NESTED, true",
    "nested-without-signature, NESTED, true",
    "bare, NESTED, true",
    "nested-failed, NESTED, false",
    "nested-processing-populated, NESTED, ",
    "flat-passed, FLAT, true",
    "flat-failed, FLAT, false",
    "flat-checks-not-run, FLAT, true",
    "flat-warnings, FLAT, true",
    "flat-older, FLAT, ",
    "flat-populated, FLAT, true",
    "post, FLAT, false"
  })
  void familyAndVerdictAreTheVendors(String fixture, String family, Boolean live)
      throws IOException {
    JsonNode view = stored(fixture);

    assertEquals(family, view.at("/vendor/family").asText());
    assertEquals(live == null ? "null" : live.toString(), view.at("/live").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flat-passed",
        "flat-failed",
        "flat-checks-not-run",
        "flat-warnings",
        "flat-older",
        "flat-populated",
        "post"
      })
  void aFlatRecordsMembersArriveToTheLastDigit(String fixture) throws IOException {
    JsonNode sent = EXACT.readTree(Bodies.of(fixture, id)).path("data");
    JsonNode view = stored(fixture);

    CHECKS.forEach(
        (check, wire) -> {
          JsonNode seen = view.at("/checks/" + check);
          assertEquals(text(sent, wire + "Score"), text(seen, "score"), check);
          assertEquals(text(sent, check + "Probability"), text(seen, "probability"), check);
          assertEquals(text(sent, wire + "Calibration"), text(seen, "calibration"), check);
          assertEquals(text(sent, "validate" + capital(check)), text(seen, "ran"), check);
          assertEquals(list(sent, check + "Warnings"), list(seen, "warnings"), check);
          assertEquals(list(sent, check + "Errors"), list(seen, "errors"), check);
        });
    assertEquals(text(sent, "aggregatedScore"), text(view, "aggregateProbability"));
    assertEquals(text(sent, "createdAt"), text(view.path("vendor"), "createdAt"));
  }

  @Test
  void theSignatureOfAPostAnswerIsKeptAsItCame() throws IOException {
    JsonNode sent = EXACT.readTree(Bodies.of("post", id)).path("signature");

    assertFalse(sent.isMissingNode());
    assertEquals(sent, stored("post").at("/vendor/signature"));
  }

  @Test
  void populatedClientsAreShownByTheirIdAlone() throws IOException {
    JsonNode sent = EXACT.readTree(Bodies.of("nested-processing-populated", id)).path("data");
    JsonNode view = stored("nested-processing-populated");

    assertEquals(sent.at("/client/_id"), view.path("client"));
    assertEquals(sent.at("/appRegistration/_id"), view.path("appRegistration"));
    assertFalse(view.toString().contains("@example.com"));
  }

  private JsonNode stored(String fixture) throws IOException {
    vendor.answers(id, Vendor.ok(Bodies.of(fixture, id)));
    refresh(id).then().statusCode(201);
    return EXACT.readTree(read(id, "").asString());
  }

  private static String text(JsonNode parent, String name) {
    JsonNode member = parent.path(name);
    return member.isMissingNode() || member.isNull()
        ? "-"
        : member.isNumber() ? member.decimalValue().toPlainString() : member.asText();
  }

  private static String list(JsonNode parent, String name) {
    return parent.hasNonNull(name) ? parent.path(name).toString() : List.of().toString();
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
