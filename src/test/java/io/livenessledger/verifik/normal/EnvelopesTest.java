package io.livenessledger.verifik.normal;

import static io.livenessledger.verifik.normal.Fixtures.readA;
import static io.livenessledger.verifik.normal.Fixtures.reason;
import static io.livenessledger.verifik.normal.Fixtures.record;
import static io.livenessledger.verifik.normal.UnreadableReason.DATA_NOT_AN_OBJECT;
import static io.livenessledger.verifik.normal.UnreadableReason.EMPTY;
import static io.livenessledger.verifik.normal.UnreadableReason.NOT_CANONICAL;
import static io.livenessledger.verifik.normal.UnreadableReason.NOT_JSON;
import static io.livenessledger.verifik.normal.UnreadableReason.NOT_STORABLE;
import static io.livenessledger.verifik.normal.UnreadableReason.WRONG_RECORD_ID;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTest {
  private static final VerifikSignature SIGNATURE = new VerifikSignature("d", "m");

  @Test
  void envelopeDoesNotChangeTheContent() {
    NormalisedRecord nested = record("nested");
    assertEquals(nested.contentDigest(), record("nested-without-signature").contentDigest());
    assertEquals(nested.contentDigest(), record("bare").contentDigest());
    assertNull(record("bare").signature());
  }

  @Test
  void postAnswerIsReadLikeAFetch() {
    NormalisedRecord record = record("post");
    assertEquals(Family.FLAT, record.family());
    assertEquals("October 28, 2025 1:24 AM", record.signature().dateTime());
    assertTrue(record.data().contains("\"liveness_probability\":\"0.0008\""));
    assertTrue(record.data().contains("\"chargesCount\":1"));
  }

  @Test
  void signatureAndShortIdAreNoChange() {
    NormalisedRecord one = present("{\"data\":{\"_id\":\"a\"},\"id\":\"8YISP\"}");
    NormalisedRecord two =
        present(
            "{\"id\":\"9ZISP\",\"signature\":{\"dateTime\":\"d\",\"message\":\"m\"},"
                + "\"data\":{\"_id\":\"a\"},\"unknown\":[1e999]}");
    NormalisedRecord bare =
        present("{\"_id\":\"a\",\"signature\":{\"dateTime\":\"d\",\"message\":\"m\"}}");
    assertEquals(one.contentDigest(), two.contentDigest());
    assertEquals(one.contentDigest(), bare.contentDigest());
    assertEquals(SIGNATURE, two.signature());
    assertEquals(SIGNATURE, bare.signature());
    assertEquals("{\"_id\":\"a\"}", bare.data());
  }

  @Test
  void signatureIsTakenFromTheTopLevelOnly() {
    assertNull(present("{\"data\":{\"_id\":\"a\",\"signature\":{\"message\":\"m\"}}}").signature());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null",
        "'text'",
        "{}",
        "{'dateTime':1,'message':null}",
        "{'message':'a\\u0000b'}",
        "{'message':'\\ud800'}",
        "{'message':'a','message':'b'}",
      })
  void unusableSignatureIsAbsent(String signature) {
    String body = "{'data':{'_id':'a'},'signature':" + signature + "}";
    assertNull(present(body.replace('\'', '"')).signature());
  }

  @Test
  void successIsNoVerdictOnTheAnswer() {
    present("{\"success\":false,\"data\":{\"_id\":\"a\"}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                                 | EMPTY",
        "` \n\t`                                            | EMPTY",
        "<html><body>502</body></html>                      | NOT_JSON",
        "{'data':{'_id':'a'}                                | NOT_JSON",
        "{'data':{'_id':'a'}}x                              | NOT_JSON",
        "{'data':{'_id':'a'}} {}                            | NOT_JSON",
        "{'data':{'_id':'a',}}                              | NOT_JSON",
        "{'data':{'_id':'a','n':NaN}}                       | NOT_JSON",
        "{'data':{'_id':'a','n':01}}                        | NOT_JSON",
        "{'data':{'_id':'a'/**/}}                           | NOT_JSON",
        "null                                               | NOT_AN_OBJECT",
        "'text'                                             | NOT_AN_OBJECT",
        "[{'_id':'a'}]                                      | NOT_AN_OBJECT",
        "{}                                                 | NO_DATA",
        "{'success':true}                                   | NO_DATA",
        "{'error':'Document liveness not found'}            | NO_DATA",
        "{'_id':'a','data':null}                            | NO_DATA",
        "{'data':[{'_id':'a'}],'total':1}                   | DATA_NOT_AN_OBJECT",
        "{'data':'a'}                                       | DATA_NOT_AN_OBJECT",
        "{'data':{}}                                        | NO_RECORD_ID",
        "{'data':{'_id':null}}                              | NO_RECORD_ID",
        "{'data':{'_id':{'$oid':'a'}}}                      | NO_RECORD_ID",
        "{'data':{'id':'a'},'id':'a'}                       | NO_RECORD_ID",
        "{'data':{'_id':'b'}}                               | WRONG_RECORD_ID",
        "{'data':{'_id':'A'}}                               | WRONG_RECORD_ID",
        "{'_id':'b'}                                        | WRONG_RECORD_ID",
        "{'data':{'_id':'a','x':{'k':1,'k':1}}}             | NOT_CANONICAL",
        "{'data':{'_id':'a','\\u005fid':'b'}}               | NOT_CANONICAL",
        "{'data':{'_id':'a'},'data':{'_id':'a'}}            | NOT_CANONICAL",
        "{'data':{'_id':'a','x':['\\ud800']}}               | NOT_CANONICAL",
        "{'data':{'_id':'a','\\udc00':1}}                   | NOT_CANONICAL",
        "{'_id':'a','\\udc00':1}                            | NOT_CANONICAL",
        "{'data':{'_id':'a','n':1e309}}                     | NOT_CANONICAL",
        "{'_id':'a','n':-1e309}                             | NOT_CANONICAL",
        "{'data':{'_id':'a','n':1e99999999999}}             | NOT_CANONICAL",
        "{'data':{'_id':'a','n':1e-1001}}                   | NOT_STORABLE",
        "{'data':{'_id':'a','n':1e-99999999999}}            | NOT_STORABLE",
        "{'data':{'_id':'a','n':0e2147483648}}              | NOT_STORABLE",
        "{'data':{'_id':'a','n':[0e1001]}}                  | NOT_STORABLE",
        "{'data':{'_id':'a','x':'a\\u0000b'}}               | NOT_STORABLE",
        "{'data':{'_id':'a','x':{'\\u0000':1}}}             | NOT_STORABLE",
        "{'_id':'a','\\u0000':1}                            | NOT_STORABLE",
      })
  void whatIsNotTheRecordHasItsReason(String body, UnreadableReason reason) {
    assertEquals(reason, reason(readA(body.replace('\'', '"'))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"list-flat", "list-nested"})
  void listBodyIsNoRecord(String fixture) {
    assertEquals(DATA_NOT_AN_OBJECT, reason(Fixtures.read(fixture)));
  }

  @Test
  void missingBodyIsEmpty() {
    assertEquals(EMPTY, reason(new VerifikNormaliser().normalise("a", null)));
  }

  @Test
  void everyTruncationIsNoJson() {
    byte[] whole = new String(Fixtures.bytes("nested"), UTF_8).strip().getBytes(UTF_8);
    for (int length = 1; length < whole.length; length++) {
      Reading reading =
          new VerifikNormaliser()
              .normalise("document_liveness_123456789", Arrays.copyOf(whole, length));
      assertEquals(NOT_JSON, reason(reading), "truncated to " + length);
    }
  }

  @Test
  void onlyUtf8IsRead() {
    String body = "{\"data\":{\"_id\":\"a\"}}";
    byte[] latin1 = {'{', '"', '_', 'i', 'd', '"', ':', '"', 'a', '"', ',', '"', (byte) 0xe9};
    VerifikNormaliser normaliser = new VerifikNormaliser();
    assertEquals(NOT_JSON, reason(normaliser.normalise("a", latin1)));
    assertEquals(NOT_JSON, reason(normaliser.normalise("a", body.getBytes(UTF_16))));
    assertInstanceOf(Reading.Present.class, readA("\ufeff" + body));
  }

  @Test
  void depthIsBounded() {
    int room = JsonDocument.MAX_DEPTH - 2;
    assertInstanceOf(Reading.Present.class, readA(nestedArrays(room)));
    assertEquals(NOT_JSON, reason(readA(nestedArrays(room + 1))));
    assertEquals(NOT_JSON, reason(readA("[".repeat(1_000_000))));
  }

  @Test
  void numbersAreBounded() {
    int limit = JsonDocument.MAX_DIGITS;
    present("{\"data\":{\"_id\":\"a\",\"n\":0." + "1".repeat(limit) + "}}");
    present("{\"data\":{\"_id\":\"a\",\"n\":1e-" + limit + "}}");
    String tooLong = "{\"data\":{\"_id\":\"a\",\"n\":0." + "1".repeat(limit + 1) + "}}";
    assertEquals(NOT_STORABLE, reason(readA(tooLong)));
    String huge = "{\"data\":{\"_id\":\"a\",\"n\":0." + "1".repeat(5_000_000) + "}}";
    assertEquals(NOT_STORABLE, reason(readA(huge)));
    String hugeInteger = "{\"data\":{\"_id\":\"a\",\"n\":" + "1".repeat(5_000_000) + "}}";
    assertEquals(NOT_CANONICAL, reason(readA(hugeInteger)));
  }

  @Test
  void unreadableAnswerKeepsItsSignature() {
    Reading reading =
        readA("{\"data\":{\"_id\":\"b\"},\"signature\":{\"dateTime\":\"d\",\"message\":\"m\"}}");
    assertEquals(new Reading.Unreadable(WRONG_RECORD_ID, SIGNATURE), reading);
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonIsOneSentence(UnreadableReason reason) {
    assertTrue(reason.description().matches("[A-Z][^.]+\\."), reason.description());
  }

  private static String nestedArrays(int depth) {
    return "{\"data\":{\"_id\":\"a\",\"x\":" + "[".repeat(depth) + "]".repeat(depth) + "}}";
  }

  private static NormalisedRecord present(String body) {
    return assertInstanceOf(Reading.Present.class, readA(body)).record();
  }
}
