package io.livenessledger;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Collector;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.livenessledger.testkit.ReceiverResource;
import io.livenessledger.testkit.Vendor;
import io.livenessledger.testkit.VendorResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Traces, once they are turned on: of requests, and without personal data. */
@LedgerTest
@QuarkusTestResource(value = Collector.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ReceiverResource.class, restrictToAnnotatedClass = true)
@TestProfile(OwnDatabase.class)
class TracesTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  Collector collector;

  private final Vendor vendor = new Vendor();

  @AfterEach
  void repair() throws SQLException {
    Database.execute("drop trigger if exists stumble on body");
  }

  @Test
  void aRefreshIsOneTraceThatTheVendorSeesToo() {
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(Bodies.small(id, "new")));

    as("operator")
        .header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
        .header("baggage", "who=nobody@example.com")
        .post(RECORDS + "/" + id + "/refresh")
        .then()
        .statusCode(201);

    List<String> passedOn = vendor.sent(id, "traceparent");
    assertFalse(passedOn.isEmpty());
    assertTrue(passedOn.stream().allMatch(p -> p.startsWith("00-" + TRACE)), passedOn.toString());
    assertTrue(vendor.sent(id, "baggage").stream().allMatch(Objects::isNull));
    exported("/v1/document-liveness/{id}/refresh");
  }

  @Test
  void spansNameNeitherRecordsNorPersonsNorSecrets() throws SQLException {
    String id = Bodies.freshId();
    vendor.answers(id, Vendor.ok(Bodies.of("nested-processing-populated", id)));
    Api.refresh(id);
    as("viewer").header("Access-Purpose", "complaint").get(RECORDS + "/" + id);
    as("viewer").get(RECORDS + "?client=client-of-somebody&asOf=nonsense");
    as("viewer").get("/nowhere/nobody@example.com");
    as("viewer").get(RECORDS + "/nobody@example.com");
    String refused = Bodies.freshId();
    Database.execute(
        "create function stumble() returns trigger language plpgsql as $$ begin raise exception"
            + " using message = convert_from(new.bytes, 'UTF8'), errcode = '23514'; end $$");
    Database.execute(
        "create trigger stumble before insert on body for each row execute function stumble()");
    Api.submit(refused, Bodies.of("nested", refused)).then().statusCode(500);

    exported("/v1/document-liveness/{id}/observations");
    exported("db.statement");
    exported("http://127.0.0.1:"); // the vendor
    for (String secret :
        List.of(
            id,
            refused,
            "nobody@example.com",
            "client-of-somebody",
            "complaint",
            "cdn.verifik",
            "Ejemplo Ficticio",
            "Persona Inventada",
            VendorResource.TOKEN,
            ReceiverResource.ADDRESS_SECRET)) {
      assertFalse(collector.received().contains(secret), secret);
    }
  }

  @Test
  void whatRunsInTheBackgroundIsNoTrace() {
    as("viewer").get(RECORDS).then().statusCode(200);
    exported("/v1/document-liveness");

    assertFalse(collector.received().contains("lease"), "the sequencer asks for its lease");
  }

  private void exported(String text) {
    await().atMost(Api.patience()).until(() -> collector.received().contains(text));
  }
}
