package io.livenessledger.verifik.normal;

import static io.livenessledger.verifik.normal.Fixtures.record;
import static io.livenessledger.verifik.normal.Fixtures.recordA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.canonical.CanonicalJson;
import io.livenessledger.canonical.Digest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {
  @Test
  void populatedClientAndAppRegistrationAreTheirIds() {
    NormalisedRecord nested = record("nested-processing-populated");
    assertEquals("61a1b2c3d4e5f60718293a4b", nested.client());
    assertEquals("62a1b2c3d4e5f60718293a4b", nested.appRegistration());
    assertEquals("processing", nested.status());
    assertEquals(Family.NESTED, nested.family());
    assertEquals("62a1b2c3d4e5f60718293a4b", record("flat-populated").client());
    assertNull(recordA("'client':{'name':'x'}").client());
  }

  @Test
  void emptyImageAddressIsNone() {
    assertNull(record("flat-populated").imageUrl());
    assertEquals(false, record("flat-populated").imageSaved());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.90",
        "0.9",
        "-0.12",
        "0.000001",
        "10.7250834",
        "100",
        "1.50",
        "123456789012345678901234567890.10"
      })
  void decimalsAreExactlyTheVendors(String number) {
    NormalisedRecord record = recordA("'riskScore':" + number);
    assertEquals(new BigDecimal(number), record.riskScore());
    assertEquals("{\"_id\":\"a\",\"riskScore\":" + number + "}", record.data());
  }

  @ParameterizedTest
  @CsvSource({"1e-7, 1E-7", "0.00000000010, 1.0E-10", "12e3, 1.2E+4"})
  void exponentsKeepTheirValueAndPrecision(String number, String printed) {
    NormalisedRecord record = recordA("'riskScore':" + number);
    assertEquals(new BigDecimal(number), record.riskScore());
    assertEquals(new BigDecimal(number), new BigDecimal(printed));
    assertTrue(record.data().endsWith(":" + printed + "}"), record.data());
  }

  @Test
  void spellingOfANumberAndOrderOfMembersAreNoChange() {
    Digest digest = recordA("'riskScore':0.90,'status':'new'").contentDigest();
    assertEquals(digest, recordA("'status':'new','riskScore':0.9").contentDigest());
    assertNotEquals(digest, recordA("'status':'new','riskScore':0.91").contentDigest());
    assertNotEquals(digest, recordA("'status':'new','riskScore':0.9,'x':null").contentDigest());
  }

  @Test
  void digestIsOfTheCanonicalData() {
    NormalisedRecord record = record("post");
    assertEquals(Digest.sha256(CanonicalJson.of(record.data())), record.contentDigest());
  }

  @Test
  void wrongTypesAreAbsent() {
    NormalisedRecord record =
        recordA(
            "'client':1,'appRegistration':[],'status':{},'imageSaved':'true','imageUrl':1,"
                + "'riskScore':'0.5','confidence':true,'createdAt':1705314600000,'isLive':'true',"
                + "'aggregatedScore':'0.1','validatePrintedCopy':1,'printedCopyScore':'1',"
                + "'printedCopyCalibration':2,'printedCopyWarnings':'GLARE_ON_IMAGE',"
                + "'ignoreColourLessValidation':0,'validationFlags':[],'validationResults':null");
    String data = record.data();
    assertEquals(
        new NormalisedRecord(
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            data,
            record.contentDigest()),
        record);
    assertTrue(data.contains("\"riskScore\":\"0.5\""));
  }

  @Test
  void unknownValuesOfOpenSetsAreKept() {
    NormalisedRecord record =
        recordA(
            "'status':'archived','printedCopyCalibration':'EXTREME','printedCopyErrors':['NEW']");
    assertEquals("archived", record.status());
    assertEquals("EXTREME", record.checks().get(Check.PRINTED_COPY).calibration());
    assertEquals(List.of("NEW"), record.checks().get(Check.PRINTED_COPY).errors());
  }

  @Test
  void overlongWordsAreAbsentButStayInTheData() {
    String fits = "x".repeat(Members.MAX_WORD);
    String tooLong = fits + "x";
    assertEquals(fits, recordA("'status':'" + fits + "'").status());
    NormalisedRecord record =
        recordA(
            "'status':'%1$s','client':'%1$s','appRegistration':{'_id':'%1$s'},".formatted(tooLong)
                + "'printedCopyCalibration':'%1$s','printedCopyWarnings':['%1$s',1,null,'A']"
                    .formatted(tooLong));
    assertNull(record.status());
    assertNull(record.client());
    assertNull(record.appRegistration());
    assertNull(record.checks().get(Check.PRINTED_COPY).calibration());
    assertEquals(List.of("A"), record.checks().get(Check.PRINTED_COPY).warnings());
    assertTrue(record.data().contains(tooLong));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-01-15T10:30:00Z, 2024-01-15T10:30:00Z",
    "2024-01-15T10:30:00.123Z, 2024-01-15T10:30:00.123Z",
    "2024-01-15T05:30:00.5-05:00, 2024-01-15T10:30:00.5Z",
    "2024-01-15T10:30:00.123456789Z, 2024-01-15T10:30:00.123456Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999Z",
    "0001-01-01T00:00:00+01:00,",
    "9999-12-31T23:59:59-01:00,",
    "0000-01-01T00:00:00Z,",
    "-0001-01-01T00:00:00Z,",
    "+12024-01-15T10:30:00Z,",
    "-999999999-01-01T00:00:00+18:00,",
    "2024-02-30T10:30:00Z,",
    "2024-01-15T10:30:00,",
    "2024-01-15,",
    "'April 11, 2023 12:25 PM',",
    "'',",
  })
  void instantsHaveAZoneAndAYearOfFourDigits(String text, Instant expected) {
    assertEquals(expected, recordA("'createdAt':'" + text + "'").createdAt());
  }

  @Test
  void printsNoPersonalData() {
    for (String fixture : List.of("nested", "flat-populated", "post")) {
      NormalisedRecord record = record(fixture);
      String printed = new Reading.Present(record).toString();
      assertFalse(printed.contains(record.client()), printed);
      assertFalse(printed.contains("http"), printed);
      assertFalse(printed.contains("Ficticio"), printed);
      assertTrue(printed.contains(record.contentDigest().hex()), printed);
    }
  }

  @Test
  void nobodyCanChangeARecord() {
    NormalisedRecord record = record("flat-passed");
    assertThrows(UnsupportedOperationException.class, () -> record.checks().clear());
    List<String> warnings = record.checks().get(Check.PRINTED_COPY).warnings();
    assertThrows(UnsupportedOperationException.class, () -> warnings.add("x"));
  }
}
