package io.livenessledger.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/** A SHA-256 value: 32 bytes, immutable. */
public final class Digest {
  /** Number of bytes of a SHA-256 value. */
  public static final int SIZE = 32;

  private final byte[] bytes;

  private Digest(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The SHA-256 of the parts, one after the other, with nothing between them. */
  public static Digest sha256(byte[]... parts) {
    MessageDigest sha256 = begun();
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return new Digest(sha256.digest());
  }

  /** A SHA-256 of what is still to come. */
  public static MessageDigest begun() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform is required to have SHA-256.
      throw new IllegalStateException(e);
    }
  }

  /**
   * An existing SHA-256 value. The array is copied.
   *
   * @throws IllegalArgumentException when there are not exactly 32 bytes
   */
  public static Digest ofBytes(byte[] bytes) {
    if (bytes.length != SIZE) {
      throw new IllegalArgumentException(
          "A SHA-256 digest has " + SIZE + " bytes, not " + bytes.length);
    }
    return new Digest(bytes.clone());
  }

  /**
   * An existing SHA-256 value, copied out of a longer array.
   *
   * @throws IndexOutOfBoundsException when 32 bytes from the offset on are not all there
   */
  public static Digest ofBytes(byte[] bytes, int offset) {
    Objects.checkFromIndexSize(offset, SIZE, bytes.length);
    return new Digest(Arrays.copyOfRange(bytes, offset, offset + SIZE));
  }

  /**
   * Reads what {@link #base64()} gives; another encoding of the same bytes is none.
   *
   * @throws IllegalArgumentException when it is not canonical base64 of 32 bytes
   */
  public static Digest ofBase64(String text) {
    Digest digest = ofBytes(Base64.getDecoder().decode(text));
    if (!digest.base64().equals(text)) {
      throw new IllegalArgumentException("Not canonical base64 of a SHA-256 digest");
    }
    return digest;
  }

  /** Standard base64 (RFC 4648 §4) with padding: 44 characters. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Copies the 32 bytes into an array. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, SIZE);
  }

  /** The 32 bytes, as a copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /** The value of a {@code Repr-Digest} field (RFC 9530): {@code sha-256=:<base64>:}. */
  public String reprDigest() {
    return "sha-256=:" + base64() + ":";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest digest && Arrays.equals(bytes, digest.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** As {@link #hex()}. */
  @Override
  public String toString() {
    return hex();
  }
}
