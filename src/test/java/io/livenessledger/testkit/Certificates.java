package io.livenessledger.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys and certificates made for one test run, by the JDK's own keytool. */
public final class Certificates {
  /** Of every store here. */
  public static final String PASSWORD = "for-tests-only";

  private final Path directory;

  private Certificates(Path directory) {
    this.directory = directory;
  }

  /** In a fresh directory. */
  public static Certificates create() throws IOException {
    return new Certificates(Files.createTempDirectory("certificates"));
  }

  /** A key store with a key whose certificate is signed by itself. */
  public Path keyStore(String name, String commonName) throws IOException {
    Path store = directory.resolve(name + ".p12");
    keytool(
        "-genkeypair",
        "-keystore",
        store.toString(),
        "-alias",
        name,
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-validity",
        "2",
        "-dname",
        "CN=" + commonName,
        "-ext",
        "san=ip:127.0.0.1,dns:localhost");
    return store;
  }

  /** A trust store with the certificates of these key stores. */
  public Path trustStore(String name, Path... keyStores) throws IOException {
    Path store = directory.resolve(name + ".p12");
    for (Path keyStore : keyStores) {
      String alias = keyStore.getFileName().toString().replace(".p12", "");
      Path certificate = directory.resolve(alias + ".pem");
      keytool(
          "-exportcert",
          "-rfc",
          "-keystore",
          keyStore.toString(),
          "-alias",
          alias,
          "-file",
          certificate.toString());
      keytool(
          "-importcert",
          "-noprompt",
          "-keystore",
          store.toString(),
          "-alias",
          alias,
          "-file",
          certificate.toString());
    }
    return store;
  }

  /** A file beside the stores. */
  public Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  private static void keytool(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    byte[] output = process.getInputStream().readAllBytes();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(new String(output, UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
