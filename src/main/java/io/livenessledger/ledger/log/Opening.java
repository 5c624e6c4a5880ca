package io.livenessledger.ledger.log;

import io.livenessledger.canonical.Digest;
import java.security.SecureRandom;

/**
 * What opens a commitment: a statement and the salt that kept it from being guessed. Personal data;
 * whoever holds it can recompute the commitment, nobody else can.
 *
 * @param salt {@value #SALT_SIZE} random bytes, drawn for this statement alone
 * @param statement canonical JSON (RFC 8785) in UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // compared by commitment, never by equals
public record Opening(byte[] salt, byte[] statement) {
  public static final int SALT_SIZE = 32;

  /** Commits to a statement, with a salt of its own. */
  public static Opening of(byte[] statement) {
    byte[] salt = new byte[SALT_SIZE];
    // A source of its own: one in a static would be made, seed and all, when an executable is built
    new SecureRandom().nextBytes(salt);
    return new Opening(salt, statement);
  }

  /** {@code SHA-256(salt ‖ statement)}. */
  public Digest commitment() {
    return Digest.sha256(salt, statement);
  }

  /** Names no content: a statement holds personal data. */
  @Override
  public String toString() {
    return "Opening[" + statement.length + " bytes]";
  }
}
