package io.livenessledger.store;

import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.submit;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A database that keeps silent does not keep callers. */
@LedgerTest
@TestProfile(StoreTimeoutTest.Impatient.class)
class StoreTimeoutTest {
  private final String id = Bodies.freshId();

  @Test
  void aCallerIsToldInTimeAndTheWorkEndsByItself() throws SQLException {
    submit(id, Bodies.small(id, "new")).then().statusCode(201);
    try (Connection holder = Database.asApp();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("select 1 from record where id = '" + id + "' for update");

      submit(id, Bodies.small(id, "waits"))
          .then()
          .statusCode(503)
          .body("type", endsWith("/store-unavailable"));
      holder.rollback();
    }

    // It was not known whether this would be stored; now it is
    await()
        .atMost(Api.patience())
        .until(() -> read(id, "").jsonPath().getString("status").equals("waits"));
  }

  /** Waits for the database for a second, while the server itself would go on for ten. */
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ledger.store.timeout", "PT1S");
    }
  }
}
