package io.livenessledger.record.check;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.Tampering;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is not what was committed to is not shown, whatever was changed around it. */
@LedgerTest
@TestProfile(GenuineBodiesTest.Own.class)
class GenuineBodiesTest {
  /** A start, and with it a database, that no other class ruins. */
  public static class Own extends OwnDatabase {}

  private static final String FORGED = "convert_to('{\"forged\":1}', 'UTF8')";

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();

  @BeforeEach
  void twoObservations() throws SQLException {
    Tampering.removeGuards();
    vendor.answers(id, Vendor.ok(Bodies.of("nested", id)), Vendor.ok("<html>"));
    refresh(id);
    refresh(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update body set bytes = set_byte(bytes, 9, get_byte(bytes, 9) # 1) where observation = 1",
        "update body set bytes = "
            + FORGED
            + ", digest = sha256("
            + FORGED
            + ") where observation = 1",
        "update body set content_type = 'text/html' where observation = 1",
        "update body set headers = '{\"etag\": \"x\"}' where observation = 1",
        "update observation set body_digest = sha256('x') where number = 1",
        "update observation set fetched_at = now() where number = 1",
        "update observation_statement set salt = sha256('x') where observation = 1",
        "update observation_statement set statement = '{}' where observation = 1",
        "delete from observation_statement where observation = 1",
        "delete from body where observation = 1",
        "update ledger_entry set leaf = 'x' where id = (select entry from observation_statement"
            + " where observation = 1",
        "delete from ledger_entry where id = (select entry from observation_statement where"
            + " observation = 1"
      })
  void whatWasChangedIsNotShown(String change) throws SQLException {
    boolean inside = change.contains("(select entry");
    Tampering.run(change + " and record_id = '" + id + "'" + (inside ? ")" : ""));

    body(1)
        .statusCode(502)
        .contentType("application/problem+json")
        .body("type", endsWith("/integrity-violation"))
        .body("detail", not(containsString("forged")));
    body(2).statusCode(200).body(equalTo("<html>"));
  }

  /** All three agree with each other, and still not with the statement. */
  @Test
  void aThoroughForgeryIsNotShown() throws SQLException {
    Tampering.run(
        "update body set bytes = "
            + FORGED
            + ", digest = sha256("
            + FORGED
            + ")"
            + at("observation"),
        "update observation set body_digest = sha256("
            + FORGED
            + "), body_size = 12"
            + at("number"));

    body(1).statusCode(502);
  }

  @Test
  void aForgedBodyOfAnObservationWithoutStatementIsNotShownEither() throws SQLException {
    Tampering.run(
        "delete from observation_statement where record_id = '" + id + "'",
        "update record set last_commitment = null where id = '" + id + "'");
    body(1).statusCode(200);

    Tampering.run("update body set bytes = " + FORGED + at("observation"));

    body(1).statusCode(502);
  }

  @Test
  void aChangeElsewhereDoesNotHideABody() throws SQLException {
    submit(id, Bodies.of("post", id)).then().statusCode(201);
    Tampering.run(
        "update revision set live = not coalesce(live, false)" + at("started_by"),
        "update observation_statement set salt = sha256('x')" + at("observation"));

    body(1).statusCode(502);
    body(2).statusCode(200);
    body(3).statusCode(200);
  }

  private String at(String numbered) {
    return " where record_id = '" + id + "' and " + numbered + " = 1";
  }

  private ValidatableResponse body(int number) {
    return as("auditor").get(RECORDS + "/" + id + "/observations/" + number + "/body").then();
  }
}
