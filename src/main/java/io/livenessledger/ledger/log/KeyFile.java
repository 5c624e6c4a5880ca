package io.livenessledger.ledger.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An Ed25519 private key as PKCS#8 in PEM (RFC 5958, RFC 7468, RFC 8410). */
public final class KeyFile {
  private static final String ALGORITHM = "Ed25519";
  private static final Pattern PEM =
      Pattern.compile("\\s*-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----\\s*");

  private KeyFile() {}

  /**
   * Reads the key.
   *
   * @throws KeyFileException in one line that names the file and quotes nothing of it
   */
  public static PrivateKey read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new KeyFileException("The signing key " + file + " cannot be read", e);
    }
    Matcher pem = PEM.matcher(text);
    if (!pem.matches()) {
      throw new KeyFileException(
          "The signing key " + file + " is not one unencrypted PKCS#8 key in PEM", null);
    }
    try {
      byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new KeyFileException("The signing key " + file + " is not an Ed25519 key", null);
    }
  }

  /**
   * Makes a new key, readable by its owner alone.
   *
   * @throws KeyFileException when the file exists or cannot be written
   */
  public static void create(Path file) {
    try {
      byte[] encoded =
          KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair().getPrivate().getEncoded();
      String pem =
          "-----BEGIN PRIVATE KEY-----\n"
              + Base64.getEncoder().encodeToString(encoded)
              + "\n-----END PRIVATE KEY-----\n";
      Files.createFile(file, ownerOnly(file));
      Files.writeString(file, pem, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new KeyFileException("The signing key " + file + " cannot be made", e);
    } catch (GeneralSecurityException e) {
      // Every JDK since 15 has Ed25519
      throw new IllegalStateException(e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** There is no key to be had from the file; the message is for an operator. */
  public static final class KeyFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeyFileException(String message, IOException cause) {
      super(message + (cause == null ? "." : ": " + cause.getClass().getSimpleName() + "."));
    }
  }
}
