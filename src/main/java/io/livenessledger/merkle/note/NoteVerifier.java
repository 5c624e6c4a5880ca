package io.livenessledger.merkle.note;

import io.livenessledger.canonical.Digest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of a key that signs notes (C2SP signed-note, signature type 0x01: Ed25519). */
public final class NoteVerifier {
  static final String ALGORITHM = "Ed25519";

  /** Signature type in a key and in its id. */
  private static final byte ED25519 = 1;

  private static final int ID_SIZE = 4;
  private static final int KEY_SIZE = 32;

  private final String name;
  private final byte[] typedKey;
  private final byte[] id;
  private final PublicKey key;

  private NoteVerifier(String name, byte[] typedKey) {
    this.name = requireName(name);
    this.typedKey = typedKey;
    this.id = idOf(name, typedKey);
    this.key = decoded(Arrays.copyOfRange(typedKey, 1, typedKey.length));
  }

  static NoteVerifier of(String name, EdECPublicKey key) {
    byte[] typedKey = new byte[1 + KEY_SIZE];
    typedKey[0] = ED25519;
    System.arraycopy(encoded(key), 0, typedKey, 1, KEY_SIZE);
    return new NoteVerifier(name, typedKey);
  }

  /**
   * Reads a verifier key, {@code <name>+<key id in hex>+<base64 of type and key>}.
   *
   * @throws InvalidNoteException when it is not one of an Ed25519 key, or the id is another key's
   */
  public static NoteVerifier parse(String vkey) {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
      throw new InvalidNoteException("Not a verifier key: <name>+<id>+<key> expected");
    }
    byte[] typedKey = decodedBase64(parts[2]);
    if (typedKey.length != 1 + KEY_SIZE || typedKey[0] != ED25519) {
      throw new InvalidNoteException("The verifier key of " + parts[0] + " is not of Ed25519");
    }
    NoteVerifier verifier = new NoteVerifier(parts[0], typedKey);
    if (!verifier.keyIdHex().equals(parts[1])) {
      throw new InvalidNoteException(
          "The verifier key's id is " + verifier.keyIdHex() + ", not " + parts[1]);
    }
    return verifier;
  }

  /** Who signs; of a log, its origin. */
  public String name() {
    return name;
  }

  /** Eight hexadecimal digits that tell keys of one name apart. */
  public String keyIdHex() {
    return HexFormat.of().formatHex(id);
  }

  /** The key as {@link #parse} reads it. */
  public String vkey() {
    return name + "+" + keyIdHex() + "+" + Base64.getEncoder().encodeToString(typedKey);
  }

  /** Whether the signature claims to be by this key. */
  public boolean isOf(NoteSignature signature) {
    return signature.name().equals(name) && Arrays.equals(signature.keyId(), id);
  }

  /** Whether the signature is by this key over exactly this text. */
  boolean verifies(String text, NoteSignature signature) {
    try {
      Signature ed25519 = Signature.getInstance(ALGORITHM);
      ed25519.initVerify(key);
      ed25519.update(text.getBytes(StandardCharsets.UTF_8));
      return ed25519.verify(signature.bytes());
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  byte[] id() {
    return id.clone();
  }

  static byte[] decodedBase64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // as below
    }
    throw new InvalidNoteException("Not canonical base64");
  }

  /** Key names are words: they end where white space begins, and plus separates a key's parts. */
  static String requireName(String name) {
    boolean word =
        !name.isEmpty()
            && name.codePoints()
                .noneMatch(
                    c ->
                        c == '+'
                            || Character.isWhitespace(c)
                            || Character.isSpaceChar(c)
                            || c < ' '
                            || c == 0x85
                            || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (!word) {
      throw new InvalidNoteException(
          "A key's name has no spaces and no plus signs, and is not empty");
    }
    return name;
  }

  private static byte[] idOf(String name, byte[] typedKey) {
    byte[] separator = {'\n'};
    Digest digest = Digest.sha256(name.getBytes(StandardCharsets.UTF_8), separator, typedKey);
    return Arrays.copyOf(digest.bytes(), ID_SIZE);
  }

  /** RFC 8032 §5.1.2: y in little-endian, the sign of x in the highest bit. */
  private static byte[] encoded(EdECPublicKey key) {
    byte[] bigEndian = key.getPoint().getY().toByteArray();
    byte[] bytes = new byte[KEY_SIZE];
    for (int i = 0; i < Math.min(KEY_SIZE, bigEndian.length); i++) {
      bytes[i] = bigEndian[bigEndian.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      bytes[KEY_SIZE - 1] |= (byte) 0x80;
    }
    return bytes;
  }

  private static PublicKey decoded(byte[] littleEndian) {
    byte[] bigEndian = new byte[KEY_SIZE];
    for (int i = 0; i < KEY_SIZE; i++) {
      bigEndian[i] = littleEndian[KEY_SIZE - 1 - i];
    }
    boolean odd = (bigEndian[0] & 0x80) != 0;
    bigEndian[0] &= 0x7f;
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, bigEndian));
    try {
      return KeyFactory.getInstance(ALGORITHM)
          .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    } catch (GeneralSecurityException e) {
      throw new InvalidNoteException("Not an Ed25519 public key");
    }
  }

  @Override
  public String toString() {
    return vkey();
  }
}
