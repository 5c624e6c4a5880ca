package io.livenessledger.verifik.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.canonical.Digest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * A token, with what it says of itself. Whether that is true is for the vendor to judge, who signed
 * it: nothing is verified here. Immutable; equal to another one with the same text.
 */
public final class HeldToken {
  /** Its failures quote the token. */
  private static final JwtConsumer UNVERIFIED =
      new JwtConsumerBuilder()
          .setSkipAllValidators()
          .setDisableRequireSignature()
          .setSkipSignatureVerification()
          .build();

  private final String text;
  private final Digest digest;
  private final JwtClaims claims;

  private HeldToken(String text) {
    this.text = text;
    this.digest = Digest.sha256(text.getBytes(UTF_8));
    this.claims = claims(text);
  }

  /**
   * The token in a text, without the white space around it; empty when it cannot be in a header.
   */
  public static Optional<HeldToken> in(String text) {
    String stripped = text.strip();
    boolean printable = stripped.chars().allMatch(c -> c > ' ' && c < 127);
    return stripped.isEmpty() || !printable
        ? Optional.empty()
        : Optional.of(new HeldToken(stripped));
  }

  private static JwtClaims claims(String text) {
    try {
      return UNVERIFIED.processToClaims(text);
    } catch (InvalidJwtException noJwt) {
      return null;
    }
  }

  /** The value of a header {@code Authorization}. Never log it. */
  public String bearer() {
    return "Bearer " + text;
  }

  /** As it is written to a file. */
  String text() {
    return text;
  }

  /** Tells tokens apart without holding one. */
  Digest digest() {
    return digest;
  }

  /** Whether it has a JWT's form (RFC 7519). */
  boolean isJwt() {
    return claims != null;
  }

  /** When it says that it expires; empty for one that is no JWT or does not say. */
  public Optional<Instant> expires() {
    try {
      NumericDate expires = claims == null ? null : claims.getExpirationTime();
      return Optional.ofNullable(expires).map(e -> Instant.ofEpochSecond(e.getValue()));
    } catch (MalformedClaimException | DateTimeException noDate) {
      return Optional.empty();
    }
  }

  boolean isExpired(Instant now) {
    return expires().filter(expiry -> !expiry.isAfter(now)).isPresent();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeldToken token && token.text.equals(text);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  /** Says nothing of it. */
  @Override
  public String toString() {
    return "HeldToken";
  }
}
