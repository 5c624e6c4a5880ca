package io.livenessledger.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.AesKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokensTest {
  private static final String LIST = "observations/document_liveness_123456789";
  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00.123Z");
  private static final Duration DAY = Duration.ofHours(24);
  private static final Key KEY = key(7);

  private final PageTokens tokens = replica(KEY, NOW);

  private static PageTokens replica(Key key, Instant now) {
    return new PageTokens(() -> key, Clock.fixed(now, ZoneOffset.UTC), () -> DAY);
  }

  private static Key key(int octet) {
    byte[] octets = new byte[32];
    Arrays.fill(octets, (byte) octet);
    return new AesKey(octets);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "\n\r\u0000\u007f\u2028", "\"\\/{}[],:", "é😀\uFFFF", " . .. "})
  void aPositionComesBackToTheLetter(String odd) {
    String list = "list " + odd;

    assertEquals(
        List.of("a", odd, "b"), tokens.position(list, tokens.encode(list, "a", odd, "b"), 3));
  }

  @Test
  void aNumberedListGoesOnBeforeTheLastNumberShown() {
    Page<Long> page = tokens.numbered(LIST, List.of(9L, 8L, 7L), 2, n -> n);

    assertEquals(List.of(9L, 8L), page.items());
    assertEquals(8, tokens.before(LIST, page.nextPageToken()));
    assertEquals(8, tokens.beforeLong(LIST, page.nextPageToken()));
    assertEquals(Integer.MAX_VALUE, tokens.before(LIST, null));
    assertEquals(Long.MAX_VALUE, tokens.beforeLong(LIST, null));
    assertNull(tokens.numbered(LIST, List.of(9L, 8L), 2, n -> n).nextPageToken());
  }

  @Test
  void aPositionThatIsNoNumberNumbersNothing() {
    for (String text : List.of("", "0", "-1", "x", "1.5", "99999999999999999999")) {
      String token = tokens.encode(LIST, text);
      assertInvalid(() -> tokens.before(LIST, token));
      assertInvalid(() -> tokens.beforeLong(LIST, token));
    }
  }

  @Test
  void anotherReplicaUnderstandsIt() {
    PageTokens other = replica(key(7), NOW.plusSeconds(60));

    assertEquals(List.of("2"), other.position(LIST, tokens.encode(LIST, "2"), 1));
  }

  @Test
  void nothingOfAPositionCanBeRead() {
    String token = tokens.encode(LIST, "690da71daaaaaaaaaaaa0006");

    String visible =
        String.join("", Arrays.stream(token.split("\\.", -1)).map(this::text).toList());
    assertFalse(visible.contains("690da71d"), visible);
    assertFalse(visible.contains("document_liveness"), visible);
    assertNotEquals(token, tokens.encode(LIST, "690da71daaaaaaaaaaaa0006"));
  }

  private String text(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  @Test
  void aTokenOfAnotherListIsRefused() {
    String token = tokens.encode(LIST, "2");

    assertRefused("observations/document_liveness_12345678", token, 1);
    assertRefused("", token, 1);
    assertRefused(LIST, token, 2);
    assertRefused(LIST, token, 0);
  }

  @Test
  void everyChangedCharacterIsRefused() {
    // One more character each, so that the parts end within a byte in every way there is
    for (String position : List.of("2", "22", "222")) {
      String token = tokens.encode(LIST, position);
      for (int i = 0; i < token.length(); i++) {
        for (char c : "AB_-.=+/ é\u0000".toCharArray()) {
          if (c != token.charAt(i)) {
            assertRefused(LIST, token.substring(0, i) + c + token.substring(i + 1), 1);
          }
        }
        assertRefused(LIST, token.substring(0, i), 1);
        assertRefused(LIST, token.substring(i + 1), 1);
        assertRefused(LIST, token.substring(0, i) + token.substring(i + 1), 1);
      }
    }
  }

  @Test
  void everyFlippedBitIsRefused() {
    String[] parts = tokens.encode(LIST, "2").split("\\.", -1);
    for (int part = 0; part < parts.length; part++) {
      byte[] bytes = Base64.getUrlDecoder().decode(parts[part]);
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        byte[] flipped = bytes.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        String[] forged = parts.clone();
        forged[part] = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
        assertRefused(LIST, String.join(".", forged), 1);
      }
    }
  }

  /** Of the bits of a last character some belong to no byte: the same bytes, spelt otherwise. */
  @Test
  void anotherSpellingOfTheSameBytesIsRefused() {
    String token = tokens.encode(LIST, "2");
    String signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    int last = signs.indexOf(token.charAt(token.length() - 1));

    assertRefused(LIST, token.substring(0, token.length() - 1) + signs.charAt(last + 1), 1);
    assertRefused(LIST, token + "=", 1);
    assertRefused(LIST, token.replace(".", ".\n"), 1);
  }

  @Test
  void aTokenEnds() {
    String token = tokens.encode(LIST, "2");

    assertEquals(
        List.of("2"), replica(KEY, NOW.plus(DAY).minusSeconds(1)).position(LIST, token, 1));
    assertInvalid(() -> replica(KEY, NOW.plus(DAY)).position(LIST, token, 1));
  }

  @Test
  void aTokenOfAnotherKeyIsRefused() {
    assertRefused(LIST, replica(key(8), NOW).encode(LIST, "2"), 1);
  }

  @Test
  void aTokenOfAnotherVersionIsRefused() throws JoseException {
    String payload = payload().replace("\"v\":1", "\"v\":2");

    assertRefused(LIST, jwe("dir", "A256GCM", payload, KEY), 1);
  }

  @ParameterizedTest
  @CsvSource({"dir, A128CBC-HS256", "A256KW, A256GCM", "A256GCMKW, A256GCM"})
  void anotherAlgorithmWithTheSameKeyIsRefused(String mode, String cipher) throws JoseException {
    String ours = jwe("dir", "A256GCM", payload(), KEY);

    assertEquals(List.of("2"), tokens.position(LIST, ours, 1), "the means are good ones");
    assertRefused(LIST, jwe(mode, cipher, payload(), KEY), 1);
  }

  @Test
  void aSignatureIsNoSeal() throws JoseException {
    JsonWebSignature signed = new JsonWebSignature();
    signed.setAlgorithmHeaderValue("HS256");
    signed.setPayload(payload());
    signed.setKey(KEY);
    assertRefused(LIST, signed.getCompactSerialization(), 1);

    JsonWebSignature unsigned = new JsonWebSignature();
    unsigned.setAlgorithmHeaderValue("none");
    unsigned.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
    unsigned.setPayload(payload());
    assertRefused(LIST, unsigned.getCompactSerialization(), 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "null",
        "{\"alg\":\"none\",\"enc\":\"none\"}",
        "{\"alg\":1,\"enc\":[]}",
        "{\"alg\":\"dir\",\"enc\":null}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":7}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[\"x\"]}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":{\"x\":1}}",
        "{\"alg\":\"dir\",\"alg\":\"dir\",\"enc\":\"A256GCM\"}"
      })
  void oddHeadersAreRefused(String header) {
    String encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));
    String token = tokens.encode(LIST, "2");

    assertRefused(LIST, encoded + token.substring(token.indexOf('.')), 1);
    assertRefused(LIST, encoded + "....", 1);
    assertRefused(LIST, encoded + "..AAAA.AAAA.AAAA", 1);
    assertRefused(LIST, encoded + ".AAAA.AAAA.AAAA.AAAA", 1);
  }

  @Test
  void whatIsNoTokenIsRefused() {
    // What could be read and written by everybody until page tokens were sealed
    String plain = String.join("\n", "1", LIST, "2");
    assertRefused(LIST, Base64.getUrlEncoder().encodeToString(plain.getBytes(UTF_8)), 1);
    for (String none : List.of("", ".", "....", "x", "\u0000", "é".repeat(100), "[".repeat(8000))) {
      assertRefused(LIST, none, 1);
    }
    assertRefused(LIST, tokens.encode(LIST, "2") + "A".repeat(10_000_000), 1);
    assertRefused(LIST, tokens.encode(LIST, "2".repeat(8192)), 1);
  }

  private String payload() throws JoseException {
    JsonWebEncryption jwe = new JsonWebEncryption();
    jwe.setKey(KEY);
    jwe.setCompactSerialization(tokens.encode(LIST, "2"));
    return jwe.getPayload();
  }

  private static String jwe(String mode, String cipher, String payload, Key key)
      throws JoseException {
    JsonWebEncryption jwe = new JsonWebEncryption();
    jwe.setAlgorithmHeaderValue(mode);
    jwe.setEncryptionMethodHeaderParameter(cipher);
    jwe.setPayload(payload);
    jwe.setKey(key);
    return jwe.getCompactSerialization();
  }

  private void assertRefused(String list, String token, int keys) {
    assertInvalid(() -> tokens.position(list, token, keys));
  }

  private static void assertInvalid(Runnable reading) {
    Problem refusal = assertThrows(Problem.class, reading::run);
    assertEquals(ProblemCode.INVALID_PAGE_TOKEN, refusal.code());
  }
}
