package io.livenessledger.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
  /** RFC 8785 §3.2.2 and §3.2.3. */
  @Test
  void printsTheSampleOfTheRfc() {
    String sample =
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;
    assertEquals(
        "{\"literals\":[null,true,false],"
            + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
            + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        canonical(sample));
  }

  /** RFC 8785 §3.2.3: names are sorted as UTF-16 code units, so the emoji stands before U+FB33. */
  @Test
  void sortsMembersAsTheRfcDoes() {
    String sample =
        """
        {
          "\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
          "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
          "\\u00f6": "Latin Small Letter O With Diaeresis"
        }
        """;
    assertEquals(
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
            + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
            + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
            + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
        canonical(sample));
  }

  /** Rows of RFC 8785 appendix B, as decimals. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "9007199254740992, 9007199254740992",
    "295147905179352830000, 295147905179352830000",
    "9.999999999999997e22, 9.999999999999997e+22",
    "1e23, 1e+23",
    "999999999999999700000, 999999999999999700000",
    "1e21, 1e+21",
    "0.000001, 0.000001",
    "1E-7, 1e-7",
    "0.90, 0.9",
    "0.9, 0.9",
  })
  void printsNumbersAsTheRfcDoes(String number, String expected) {
    assertEquals("[" + expected + "]", canonical("[" + number + "]"));
  }

  @Test
  void orderOfMembersAndWhiteSpaceDoNotMatter() {
    assertEquals(
        canonical("{\"a\":{\"c\":1,\"b\":0.90},\"d\":[]}"),
        canonical(" {\"d\" : [ ],\n\"a\":{\"b\":0.9, \"c\":1.0}}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "\"text\"",
        "{",
        "{} {}",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "[{\"x\":{\"a\":1,\"a\":2}}]",
        "[\"\\ud800\"]",
        "[\"\ud800\"]",
        "{\"\\udc00\\ud800\":1}",
        "[1e309]",
        "[-1e309]",
        "[NaN]",
      })
  void thereIsNoFormOfWhatIsNotIJson(String text) {
    assertThrows(NotCanonicalException.class, () -> CanonicalJson.of(text));
  }

  @Test
  void depthIsBoundedAndBracketsInStringsAreNotDepth() {
    int limit = CanonicalJson.MAX_DEPTH;
    String deepest = "[".repeat(limit) + "]".repeat(limit);
    assertEquals(deepest, canonical(deepest));
    assertThrows(NotCanonicalException.class, () -> CanonicalJson.of("[" + deepest + "]"));
    assertThrows(NotCanonicalException.class, () -> CanonicalJson.of("[".repeat(1_000_000)));
    String brackets = "[\"\\\"" + "[".repeat(limit + 1) + "\"]";
    assertEquals(brackets, canonical(brackets));
  }

  @Test
  void failureQuotesNothingOfTheText() {
    NotCanonicalException failure =
        assertThrows(
            NotCanonicalException.class, () -> CanonicalJson.of("{\"secret\":1,\"secret\":2}"));
    assertFalse(failure.getMessage().contains("secret"));
    assertEquals(null, failure.getCause());
  }

  private static String canonical(String json) {
    return new String(CanonicalJson.of(json), UTF_8);
  }
}
