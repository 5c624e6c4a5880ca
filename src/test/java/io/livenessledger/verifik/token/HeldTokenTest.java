package io.livenessledger.verifik.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.VendorTokens;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeldTokenTest {
  private static final Instant EXPIRY = Instant.parse("2030-01-02T03:04:05Z");

  @Test
  void aJwtSaysWhenItExpiresWhoeverSignedIt() {
    HeldToken held = held(VendorTokens.expiring(EXPIRY));

    assertEquals(Optional.of(EXPIRY), held.expires());
    assertFalse(held.isExpired(EXPIRY.minusMillis(1)));
    assertTrue(held.isExpired(EXPIRY));
  }

  /** {@code {"alg":"none"}} and {@code {"exp":1}}. */
  @Test
  void anUnsignedJwtSaysItToo() {
    HeldToken held = held("eyJhbGciOiJub25lIn0.eyJleHAiOjF9.");

    assertEquals(Optional.of(Instant.ofEpochSecond(1)), held.expires());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"exp\":\"tomorrow\"}", "{\"exp\":9223372036854775807}", "{\"exp\":null}"})
  void aJwtThatDoesNotSayItHasNoKnownExpiry(String claims) {
    HeldToken held = held(VendorTokens.of(claims));

    assertEquals(Optional.empty(), held.expires());
    assertFalse(held.isExpired(Instant.MAX));
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b", "a.b.c", "a.b.c.d.e", ".."})
  void whatIsNoJwtIsATokenAllTheSame(String text) {
    HeldToken held = held(text);

    assertEquals("Bearer " + text, held.bearer());
    assertFalse(held.isJwt());
    assertEquals(Optional.empty(), held.expires());
  }

  @Test
  void itsTextIsNotToBeHadByChance() {
    assertEquals("HeldToken", held("secret").toString());
  }

  private static HeldToken held(String text) {
    return HeldToken.in(text).orElseThrow();
  }
}
