package io.livenessledger.access.about;

import static io.livenessledger.testkit.Api.as;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;

import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.OwnDatabase;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The standing questions are answered by what is so, not by what should be. */
@LedgerTest
@TestProfile(AboutTest.Own.class)
class AboutTest {
  /** A database whose guards no other class needs. */
  public static class Own extends OwnDatabase {}

  @Test
  void theDatabaseSaysWhatItIs() {
    about()
        .body("database.user", equalTo("liveness_app"))
        .body("database.version", equalTo("18.6"))
        .body("database.connectionEncryption", equalTo("OFF"))
        .body("clockOffsetMillis", allOf(greaterThan(-1000), lessThan(1000)))
        .body("audit.purpose", equalTo("OPTIONAL"))
        .body("ledger.keyIds", hasSize(1))
        .body("ledger.keyIds[0]", equalTo(Log.keys().get(0).keyIdHex()))
        .body("roles.keySet()", hasItems("viewer", "auditor"));
  }

  @Test
  void eachGuardThatFallsIsSeen() throws SQLException {
    about()
        .body("appendOnly", hasSize(13))
        .body("appendOnly.guarded", everyItem(equalTo(true)))
        .body("allGuarded", equalTo(true));

    Database.execute("alter table body disable trigger append_only");
    assertFallen("body");
    Database.execute("alter table body enable always trigger append_only");

    Database.execute("alter table body_default disable trigger append_only");
    assertFallen("body");
    Database.execute("alter table body_default enable always trigger append_only");

    Database.execute("grant delete on body_first to liveness_app");
    assertFallen("body");
    Database.execute("revoke delete on body_first from liveness_app");

    Database.execute("grant update on access_event to liveness_app");
    assertFallen("access_event");
    Database.execute("revoke update on access_event from liveness_app");

    about().body("allGuarded", equalTo(true));
  }

  private static void assertFallen(String table) {
    about()
        .body("allGuarded", equalTo(false))
        .body("appendOnly.findAll { !it.guarded }.table", equalTo(List.of(table)));
  }

  private static ValidatableResponse about() {
    return as("auditor").get("/v1/audit/about").then().statusCode(200);
  }
}
