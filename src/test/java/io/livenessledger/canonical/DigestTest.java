package io.livenessledger.canonical;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DigestTest {
  /** FIPS 180-4 example. */
  private static final String ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void partsAreHashedOneAfterTheOther() {
    assertEquals(ABC, Digest.sha256(ascii("abc")).hex());
    assertEquals(ABC, Digest.sha256(ascii("a"), ascii(""), ascii("bc")).hex());
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Digest.sha256().hex());
  }

  @Test
  void printsAsHexAndAsReprDigest() {
    Digest digest = Digest.sha256(ascii("abc"));
    assertEquals(ABC, digest.toString());
    assertEquals("sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:", digest.reprDigest());
  }

  @Test
  void nobodyCanChangeIt() {
    byte[] bytes = Digest.sha256(ascii("abc")).bytes();
    Digest digest = Digest.ofBytes(bytes);
    bytes[0] = 0;
    digest.bytes()[1] = 0;
    assertEquals(ABC, digest.hex());
  }

  @Test
  void equalBytesAreEqualDigests() {
    Digest digest = Digest.sha256(ascii("abc"));
    Digest same = Digest.ofBytes(digest.bytes());
    assertEquals(digest, same);
    assertEquals(digest.hashCode(), same.hashCode());
    assertNotEquals(digest, Digest.sha256(ascii("abd")));
    assertNotEquals(null, digest);
  }

  @Test
  void hasThirtyTwoBytes() {
    assertThrows(IllegalArgumentException.class, () -> Digest.ofBytes(new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> Digest.ofBytes(new byte[33]));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }
}
