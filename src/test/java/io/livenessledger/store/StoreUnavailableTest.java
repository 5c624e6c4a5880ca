package io.livenessledger.store;

import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.submit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.TestDatabase;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database that is not to be had is a problem that says so, and passes without a restart. */
@LedgerTest
@TestProfile(StoreUnavailableTest.ImpatientStatements.class)
class StoreUnavailableTest {
  TestDatabase database;

  private final String id = Bodies.freshId();

  @Test
  void aDatabaseThatGoesAwayAndComesBack() throws SQLException {
    submit(id, Bodies.small(id, "new")).then().statusCode(201);

    allowConnections(false);
    try {
      unavailable(read(id, ""));
      unavailable(submit(id, Bodies.small(id, "lost")));
    } finally {
      allowConnections(true);
    }

    await().atMost(Api.patience()).until(() -> read(id, "").statusCode() == 200);
    submit(id, Bodies.small(id, "next")).then().body("observation.number", equalTo(2));
  }

  @Test
  void aLockThatIsHeldTooLong() throws SQLException {
    submit(id, Bodies.small(id, "new")).then().statusCode(201);
    try (Connection holder = database.connect(Role.APP);
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("select 1 from record where id = '" + id + "' for update");

      unavailable(submit(id, Bodies.small(id, "waits")));
      holder.rollback();
    }

    submit(id, Bodies.small(id, "next")).then().body("observation.number", equalTo(2));
  }

  private static void unavailable(Response answer) {
    answer
        .then()
        .statusCode(503)
        .header("Retry-After", notNullValue())
        .body("type", endsWith("/store-unavailable"));
  }

  private void allowConnections(boolean allowed) throws SQLException {
    try (Connection superuser = TestDatabase.connectToServer(Role.SUPERUSER);
        Statement statement = superuser.createStatement()) {
      statement.execute("alter database " + database.name() + " with allow_connections " + allowed);
      statement.execute(
          "select pg_terminate_backend(pid) from pg_stat_activity where not "
              + allowed
              + " and datname = '"
              + database.name()
              + "'");
    }
  }

  /** Gives up a statement soon. */
  public static class ImpatientStatements implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.datasource.reactive.additional-properties.statement_timeout", "1000");
    }
  }
}
