package io.livenessledger.testkit;

import java.time.Instant;
import java.util.UUID;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens as the vendor makes them: JWTs, signed with a key that nobody else knows. */
public final class VendorTokens {
  private static final HmacKey KEY = new HmacKey(new byte[32]);

  private VendorTokens() {}

  /** A token that nobody else has. */
  public static String expiring(Instant expiry) {
    return of("{\"jti\":\"" + UUID.randomUUID() + "\",\"exp\":" + expiry.getEpochSecond() + "}");
  }

  /** A token with these claims. */
  public static String of(String claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    signature.setPayload(claims);
    signature.setKey(KEY);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
