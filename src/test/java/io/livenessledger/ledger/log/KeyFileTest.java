package io.livenessledger.ledger.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.ledger.log.KeyFile.KeyFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  @TempDir Path directory;

  @Test
  void aMadeKeyIsItsOwnersAlone() throws IOException {
    Path file = directory.resolve("key.pem");

    KeyFile.create(file);

    assertEquals("Ed25519", KeyFile.read(file).getAlgorithm().replace("EdDSA", "Ed25519"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aKeyIsNeverReplaced() throws IOException {
    Path file = directory.resolve("key.pem");
    KeyFile.create(file);
    String made = Files.readString(file);

    assertThrows(KeyFileException.class, () -> KeyFile.create(file));

    assertEquals(made, Files.readString(file));
  }

  @Test
  void opensslsFormIsRead() throws IOException {
    // openssl genpkey -algorithm ed25519 writes 64 characters a line and this order of members
    Path file = directory.resolve("key.pem");
    KeyFile.create(file);
    String windows = "  \r\n" + Files.readString(file).replace("\n", "\r\n") + "\r\n";
    Path other = Files.writeString(directory.resolve("other.pem"), windows);

    assertEquals(KeyFile.read(file), KeyFile.read(other));
  }

  @Test
  void whatIsNoKeyIsRefusedInALineThatQuotesNothing() throws Exception {
    assertRefused(directory.resolve("missing.pem"), "cannot be read");
    assertRefused(directory, "cannot be read");
    assertRefused(file("secret words"), "is not one unencrypted PKCS#8 key in PEM");
    assertRefused(file(pem("c2VjcmV0")), "is not an Ed25519 key");
    assertRefused(file(pem("!!!")), "is not an Ed25519 key");
    assertRefused(file(pem(encoded("RSA"))), "is not an Ed25519 key");
    assertRefused(file(pem(encoded("Ed448"))), "is not an Ed25519 key");
    assertRefused(file(pem(encoded("Ed25519")).repeat(2)), "is not one unencrypted");
  }

  private void assertRefused(Path file, String reason) {
    KeyFileException refused = assertThrows(KeyFileException.class, () -> KeyFile.read(file));
    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(directory, "key", ".pem"), text);
  }

  private static String pem(String base64) {
    return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
  }

  private static String encoded(String algorithm) throws GeneralSecurityException {
    byte[] key =
        KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate().getEncoded();
    return new String(Base64.getEncoder().encode(key), StandardCharsets.US_ASCII);
  }
}
