package io.livenessledger.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The random passwords of one data directory. They are kept where libpq looks for passwords, so
 * that a person can use them: {@code PGSERVICEFILE=data/pg_service.conf psql service=app}.
 */
final class Credentials {
  private static final int PASSWORD_BYTES = 24;
  private static final String ANY_PORT = "*";

  private final Map<Role, String> passwords;

  private Credentials(Map<Role, String> passwords) {
    this.passwords = passwords;
  }

  /**
   * New passwords of letters, digits, dash and underscore: nothing to escape, in SQL or elsewhere.
   */
  static Credentials generate() {
    SecureRandom random = new SecureRandom();
    Map<Role, String> passwords = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      byte[] bytes = new byte[PASSWORD_BYTES];
      random.nextBytes(bytes);
      passwords.put(role, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
    return new Credentials(passwords);
  }

  /** The passwords kept in the directory; empty when there are none or not all of them. */
  static Optional<Credentials> read(Path directory) throws IOException {
    Path file = passwordFile(directory);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Map<Role, String> passwords = new EnumMap<>(Role.class);
    for (String line : Files.readAllLines(file)) {
      List<String> fields = List.of(line.split(":", -1));
      Stream.of(Role.values())
          .filter(role -> fields.size() == 5 && fields.get(3).equals(role.user()))
          .forEach(role -> passwords.put(role, fields.get(4)));
    }
    return passwords.size() == Role.values().length
        ? Optional.of(new Credentials(passwords))
        : Optional.empty();
  }

  String password(Role role) {
    return passwords.get(role);
  }

  /** Keeps the passwords before there is a server to use them with. */
  void write(Path directory) throws IOException {
    writePasswords(directory, ANY_PORT);
  }

  /** Keeps the passwords, for this server alone, and how to reach it. Replaces whole files. */
  void write(Path directory, int port) throws IOException {
    writePasswords(directory, Integer.toString(port));
    String services =
        Stream.of(Role.values())
            .map(role -> service(role, port, passwordFile(directory)))
            .collect(Collectors.joining("\n"));
    replace(directory.resolve("pg_service.conf"), services);
  }

  static Path passwordFile(Path directory) {
    return directory.resolve("pgpass");
  }

  private void writePasswords(Path directory, String port) throws IOException {
    String lines =
        Stream.of(Role.values())
            .map(
                role ->
                    String.join(":", EmbeddedPostgres.HOST, port, "*", role.user(), password(role)))
            .collect(Collectors.joining("\n", "", "\n"));
    replace(passwordFile(directory), lines);
  }

  private static String service(Role role, int port, Path passwordFile) {
    return String.join(
        "\n",
        "[" + role.service() + "]",
        "host=" + EmbeddedPostgres.HOST,
        "port=" + port,
        "dbname=" + EmbeddedPostgres.DATABASE,
        "user=" + role.user(),
        "passfile=" + passwordFile,
        "");
  }

  private static void replace(Path file, String content) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    Files.deleteIfExists(next);
    Files.createFile(next);
    // Before the secret is in it, not after.
    Directories.restrict(next);
    Files.writeString(next, content);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
