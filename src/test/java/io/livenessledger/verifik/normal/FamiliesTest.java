package io.livenessledger.verifik.normal;

import static io.livenessledger.verifik.normal.Check.DIGITAL_MANIPULATION;
import static io.livenessledger.verifik.normal.Check.PORTRAIT_SUBSTITUTION;
import static io.livenessledger.verifik.normal.Check.PRINTED_COPY;
import static io.livenessledger.verifik.normal.Check.SCREEN_REPLAY;
import static io.livenessledger.verifik.normal.Fixtures.record;
import static io.livenessledger.verifik.normal.Fixtures.recordA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamiliesTest {
  private static final List<String> NONE = List.of();

  @Test
  void nestedRecordIsReadWhole() {
    NormalisedRecord record = record("nested");
    assertEquals(Family.NESTED, record.family());
    assertEquals("client_123456789", record.client());
    assertEquals("app_registration_123456789", record.appRegistration());
    assertEquals("completed", record.status());
    assertEquals(true, record.live());
    assertEquals(
        Map.of(
            SCREEN_REPLAY, nested("0.95", "REGULAR", "No screen replay detected"),
            PRINTED_COPY, nested("0.90", "REGULAR", "Document appears to be original"),
            PORTRAIT_SUBSTITUTION, nested("0.88", "REGULAR", "No portrait substitution detected"),
            DIGITAL_MANIPULATION, nested("0.92", null, "No digital manipulation detected")),
        record.checks());
    assertNull(record.aggregateProbability());
    assertEquals(new BigDecimal("0.05"), record.riskScore());
    assertEquals(new BigDecimal("0.91"), record.confidence());
    assertEquals(false, record.ignoreDocumentCropped());
    assertEquals(false, record.ignoreColourLess());
    assertEquals(true, record.imageSaved());
    assertTrue(record.imageUrl().endsWith("/document-liveness-1705314600000"));
    assertEquals(Instant.parse("2024-01-15T10:30:00Z"), record.createdAt());
    assertEquals(Instant.parse("2024-01-15T10:32:00Z"), record.updatedAt());
    assertEquals(Instant.parse("2024-01-15T10:32:00Z"), record.completedAt());
    assertEquals(
        new VerifikSignature("April 11, 2023 12:25 PM", "Certified by Verifik.co"),
        record.signature());
  }

  @Test
  void flatRecordIsReadWhole() {
    NormalisedRecord record = record("flat-passed");
    assertEquals(Family.FLAT, record.family());
    assertEquals("62a1b2c3d4e5f60718293a4b", record.client());
    assertNull(record.appRegistration());
    assertNull(record.status());
    assertEquals(true, record.live());
    assertEquals(
        Map.of(
            SCREEN_REPLAY, flat(true, "0.4201007", "0.6034", "REGULAR"),
            PRINTED_COPY, flat(true, "2.7401931", "0.9393", "REGULAR"),
            PORTRAIT_SUBSTITUTION, flat(true, "10.7250834", "0.9999780", "SOFT"),
            DIGITAL_MANIPULATION, flat(true, "-0.1214709", "0.4696", "REGULAR")),
        record.checks());
    assertEquals(new BigDecimal("0.5210"), record.aggregateProbability());
    assertNull(record.riskScore());
    assertNull(record.confidence());
    assertEquals(false, record.ignoreDocumentCropped());
    assertEquals(false, record.ignoreColourLess());
    assertEquals(Instant.parse("2025-10-28T01:24:33.417Z"), record.createdAt());
    assertEquals(record.createdAt(), record.updatedAt());
    assertNull(record.completedAt());
    assertNull(record.signature());
  }

  @Test
  void aCheckThatDidNotRunKeepsItsZerosAndSaysSo() {
    Map<Check, NormalisedCheck> checks = record("flat-checks-not-run").checks();
    assertEquals(flat(false, "0", "0", "REGULAR"), checks.get(DIGITAL_MANIPULATION));
    assertEquals(true, checks.get(SCREEN_REPLAY).ran());
  }

  @Test
  void warningsAndErrorsStandWithTheirCheck() {
    Map<Check, NormalisedCheck> checks = record("flat-warnings").checks();
    assertEquals(
        List.of("GLARE_ON_IMAGE", "IMAGE_TOO_BLURRY"), checks.get(SCREEN_REPLAY).warnings());
    assertEquals(NONE, checks.get(SCREEN_REPLAY).errors());
    assertEquals(List.of("DOCUMENT_PHOTO_NOT_FOUND"), checks.get(PORTRAIT_SUBSTITUTION).errors());
  }

  @Test
  void warningsThatAreNotGivenAreNotAnEmptyList() {
    NormalisedCheck check = recordA("'validatePrintedCopy':true").checks().get(PRINTED_COPY);
    assertNull(check.warnings());
    assertNull(check.errors());
  }

  @Test
  void onlyChecksWithSomethingSaidAreListed() {
    assertEquals(Set.of(PRINTED_COPY), recordA("'printedCopyScore':1").checks().keySet());
    assertEquals(
        Set.of(PRINTED_COPY, PORTRAIT_SUBSTITUTION),
        recordA(
                "'validationResults':{'printedCopy':{},'screenReplay':null},"
                    + "'calibrationSettings':{'portraitSubstitutionCalibration':'HARD'}")
            .checks()
            .keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "flat-passed, true",
    "flat-failed, false",
    "flat-older,",
    "nested, true",
    "nested-failed, false",
    "nested-processing-populated,",
  })
  void verdictIsTheVendors(String fixture, Boolean live) {
    assertEquals(live, record(fixture).live());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} |",
        "{'printedCopy':{'passed':true}} | true",
        "{'printedCopy':{'passed':true},'screenReplay':{'passed':false}} | false",
        "{'printedCopy':{'score':0.9},'screenReplay':{'passed':false}} | false",
        "{'printedCopy':{'passed':true},'screenReplay':{'score':0.9}} |",
        "{'printedCopy':{'passed':true},'screenReplay':{'passed':'true'}} |",
        "{'printedCopy':{'passed':true},'screenReplay':null} | true",
      },
      quoteCharacter = '`')
  void nestedVerdictNeedsEveryCheckThatRan(String results, Boolean live) {
    assertEquals(live, recordA("'validationResults':" + results).live());
  }

  @Test
  void flagsAreReadWhereTheFamilyHasThem() {
    NormalisedRecord nested =
        recordA(
            "'validationFlags':{'ignoreDocumentCroppedValidation':true},"
                + "'ignoreColourLessValidation':true");
    assertEquals(true, nested.ignoreDocumentCropped());
    assertNull(nested.ignoreColourLess());
    NormalisedRecord flat = recordA("'ignoreColourLessValidation':true");
    assertNull(flat.ignoreDocumentCropped());
    assertEquals(true, flat.ignoreColourLess());
  }

  @Test
  void noNumberMakesAVerdict() {
    assertNull(recordA("'aggregatedScore':0.999,'printedCopyProbability':1").live());
    assertNull(recordA("'riskScore':0,'confidence':1").live());
    assertNull(recordA("'isLive':1").live());
  }

  @Test
  void bothSpellingsAreReadAndTheRightOneWins() {
    NormalisedCheck right =
        recordA("'screenReplayScore':1,'screenReplayCalibration':'HARD'")
            .checks()
            .get(SCREEN_REPLAY);
    assertEquals(BigDecimal.ONE, right.score());
    assertEquals("HARD", right.calibration());
    NormalisedCheck both =
        recordA(
                "'sreenReplayScore':2,'screenReplayScore':1,"
                    + "'screenReplayCalibration':'HARD','sreenReplayCalibration':'SOFT'")
            .checks()
            .get(SCREEN_REPLAY);
    assertEquals(right, both);
    NormalisedCheck unusable =
        recordA("'sreenReplayScore':2,'screenReplayScore':'1'").checks().get(SCREEN_REPLAY);
    assertEquals(new BigDecimal("2"), unusable.score());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'client':'c' |",
        "'status':'new' | NESTED",
        "'riskScore':0.1 | NESTED",
        "'validationResults':{} | NESTED",
        "'validationFlags':{} | NESTED",
        "'validationResults':'x' |",
        "'isLive':true | FLAT",
        "'aggregatedScore':0 | FLAT",
        "'validatePrintedCopy':false | FLAT",
        "'isLive':true,'status':'completed' | FLAT",
        "'isLive':true,'validationResults':{} | NESTED",
      },
      quoteCharacter = '`')
  void familyIsToldByStructure(String members, Family family) {
    assertEquals(family, recordA(members).family());
  }

  private static NormalisedCheck nested(String score, String calibration, String details) {
    return new NormalisedCheck(
        true, true, new BigDecimal(score), null, calibration, null, null, details);
  }

  private static NormalisedCheck flat(
      boolean ran, String score, String probability, String calibration) {
    return new NormalisedCheck(
        ran,
        null,
        new BigDecimal(score),
        new BigDecimal(probability),
        calibration,
        NONE,
        NONE,
        null);
  }
}
