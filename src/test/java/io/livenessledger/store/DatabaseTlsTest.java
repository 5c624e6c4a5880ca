package io.livenessledger.store;

import static io.livenessledger.testkit.Api.as;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Certificates;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.TestProfile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database that is reached over TLS, with the settings of docs/TLS.md. */
@LedgerTest
@QuarkusTestResource(value = DatabaseTlsTest.Encrypted.class, restrictToAnnotatedClass = true)
@TestProfile(DatabaseTlsTest.Own.class)
class DatabaseTlsTest {
  /** A start of its own. */
  public static class Own extends OwnDatabase {}

  /** Turns TLS on at the server, for whoever wants it. */
  public static class Encrypted implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
      try {
        Certificates made = Certificates.create();
        Path store = made.keyStore("postgresql", "localhost");
        made.trustStore("trusted", store);
        Path certificate = store.resolveSibling("postgresql.pem");
        give("server.key", key(store));
        give("server.crt", Files.readString(certificate).replace("\r", ""));
        run("alter system set ssl = on", "select pg_reload_conf()");
        await().atMost(Api.patience()).until(() -> "on".equals(shown("show ssl")));
        return settings(certificate);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private static Map<String, String> settings(Path certificate) {
      TestDatabase database = TestDatabase.fresh("encrypted");
      Map<String, String> settings = new HashMap<>(database.configuration());
      settings.put(
          "quarkus.datasource.jdbc.url",
          database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + certificate);
      settings.put("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full");
      settings.put("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
      settings.put("quarkus.datasource.reactive.trust-certificate-pem", "true");
      settings.put(
          "quarkus.datasource.reactive.trust-certificate-pem.certs", certificate.toString());
      return settings;
    }

    private static String key(Path store) throws Exception {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        keys.load(in, Certificates.PASSWORD.toCharArray());
      }
      byte[] key = keys.getKey("postgresql", Certificates.PASSWORD.toCharArray()).getEncoded();
      String text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(key);
      return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----";
    }

    /** The server writes it itself, beside its data: a key has to be its own. */
    private static void give(String file, String text) throws SQLException {
      run(
          "copy (select * from string_to_table('"
              + text
              + "', E'\\n')) to program 'umask 077; cat > "
              + file
              + "'");
    }

    private static void run(String... statements) throws SQLException {
      try (Connection server = TestDatabase.connectToServer(Role.SUPERUSER);
          Statement statement = server.createStatement()) {
        for (String one : statements) {
          statement.execute(one);
        }
      }
    }

    private static String shown(String query) throws SQLException {
      try (Connection server = TestDatabase.connectToServer(Role.SUPERUSER);
          Statement statement = server.createStatement();
          ResultSet found = statement.executeQuery(query)) {
        found.next();
        return found.getString(1);
      }
    }

    /** After the database, whose address it changes. */
    @Override
    public int order() {
      return 1;
    }

    @Override
    public void stop() {
      try {
        run("alter system reset ssl", "select pg_reload_conf()");
      } catch (SQLException gone) {
        throw new IllegalStateException(gone);
      }
    }
  }

  @Test
  void theServiceAndItsMigrationsReachItOverTls() throws SQLException {
    as("auditor")
        .get("/v1/audit/about")
        .then()
        .statusCode(200)
        .body("database.connectionEncryption", startsWith("TLSv1."));
    assertEquals(
        List.of("t"), Database.rows("select ssl from pg_stat_ssl where pid = pg_backend_pid()"));
  }
}
