package io.livenessledger.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The vendor's token comes from a file that a test replaces; renewal is on. */
public class TokenFromFile extends OwnDatabase {
  /** The file. */
  public static final Path FILE = Path.of("target", "vendor-token", "token").toAbsolutePath();

  /** Where renewal keeps the token that it replaced. */
  public static final Path PREVIOUS = FILE.resolveSibling("token.previous");

  @Override
  public Map<String, String> getConfigOverrides() {
    put(VendorResource.TOKEN);
    return Map.of(
        "ledger.vendor.token-file", FILE.toString(), "ledger.vendor.renewal.enabled", "true");
  }

  /** Puts a token into the file, as a person does. */
  public static String put(String token) {
    try {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, token);
      return token;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
