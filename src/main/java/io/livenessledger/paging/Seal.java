package io.livenessledger.paging;

import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * Encrypts and authenticates positions: JWE in its compact form (RFC 7516), {@code dir} and {@code
 * A256GCM} and nothing else.
 *
 * <p>Each token has 96 random bits as nonce, so a key is good for 2^32 tokens (NIST SP 800-38D,
 * §8.3): a hundred each second for more than a year.
 */
final class Seal {
  private static final String MODE = KeyManagementAlgorithmIdentifiers.DIRECT;
  private static final String CIPHER = ContentEncryptionAlgorithmIdentifiers.AES_256_GCM;

  /** What a request's line may have; nothing longer is decrypted. */
  private static final int MAX_LENGTH = 8192;

  private final PageTokenKey key;

  Seal(PageTokenKey key) {
    this.key = key;
  }

  String close(Position position) {
    JsonWebEncryption jwe = jwe();
    jwe.setAlgorithmHeaderValue(MODE);
    jwe.setEncryptionMethodHeaderParameter(CIPHER);
    jwe.setPayload(position.toJson());
    try {
      return jwe.getCompactSerialization();
    } catch (JoseException noSuchCipher) {
      throw new IllegalStateException("No page tokens without AES-GCM", noSuchCipher);
    }
  }

  /** What is in a token; empty when it is not one of ours, to the letter. */
  Optional<Position> open(String token) {
    if (token.length() > MAX_LENGTH || !isExact(token)) {
      return Optional.empty();
    }
    JsonWebEncryption jwe = jwe();
    try {
      jwe.setCompactSerialization(token);
      return Optional.ofNullable(Position.fromJson(jwe.getPayload()));
    } catch (JoseException | RuntimeException notOurs) {
      // The library casts what it finds in a header, and the JDK has a failure of its own for a
      // text shorter than its tag (ProviderException)
      return Optional.empty();
    }
  }

  private JsonWebEncryption jwe() {
    JsonWebEncryption jwe = new JsonWebEncryption();
    jwe.setAlgorithmConstraints(only(MODE));
    jwe.setContentEncryptionAlgorithmConstraints(only(CIPHER));
    jwe.setKey(key.get());
    return jwe;
  }

  private static AlgorithmConstraints only(String algorithm) {
    return new AlgorithmConstraints(ConstraintType.PERMIT, algorithm);
  }

  /**
   * Whether it is base64url as one writes it. Reading it forgives signs that are none and bits
   * beyond the last byte: there would be many spellings of one token.
   */
  private static boolean isExact(String token) {
    return Stream.of(token.split("\\.", -1)).allMatch(Seal::isExactPart);
  }

  private static boolean isExactPart(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }
}
