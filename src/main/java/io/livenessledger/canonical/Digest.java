package io.livenessledger.canonical;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

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
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform is required to have SHA-256.
      throw new IllegalStateException(e);
    }
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return new Digest(sha256.digest());
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
    return "sha-256=:" + Base64.getEncoder().encodeToString(bytes) + ":";
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
