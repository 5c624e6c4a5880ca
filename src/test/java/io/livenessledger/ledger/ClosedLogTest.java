package io.livenessledger.ledger;

import static io.livenessledger.testkit.Api.anonymous;
import static io.livenessledger.testkit.Api.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** One switch closes the log to everybody but auditors. */
@LedgerTest
@TestProfile(ClosedLogTest.Closed.class)
class ClosedLogTest {
  @Test
  void onlyAuditorsRead() throws SQLException {
    Log.append(Log.data("closed"));
    Awaitility.await().until(() -> as("auditor").get("/log/tile/0/000.p/1").statusCode() == 200);

    for (String path :
        List.of("checkpoint", "vkey", "tile/0/000.p/1", "tile/entries/000.p/1", "tile/nonsense")) {
      anonymous()
          .get("/log/" + path)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", notNullValue())
          .body("type", equalTo("https://livenessledger.io/problems/unauthenticated"));
      as("viewer").get("/log/" + path).then().statusCode(403);
    }
    anonymous().get("/log/consistency?from=1&to=1").then().statusCode(401);
    as("auditor").get("/log/consistency?from=1&to=1").then().statusCode(200);
    as("auditor")
        .get("/log/tile/entries/000.p/1")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("private, max-age=31536000, immutable"));
  }

  /** As configured by somebody whose log is nobody's business. */
  public static class Closed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ledger.log.open", "false");
    }
  }
}
