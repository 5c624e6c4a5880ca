package io.livenessledger.testkit;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Has the ledger check itself, as an auditor does. */
public final class LedgerCheck {
  private static final Set<String> OPEN = Set.of("PENDING", "RUNNING");

  private LedgerCheck() {}

  /** Asks for a check and waits for its end. */
  public static JsonPath run() {
    String location =
        Api.as("auditor")
            .post("/v1/ledger/check")
            .then()
            .statusCode(202)
            .extract()
            .header("Location");
    String number = location.substring(location.lastIndexOf('/') + 1);
    // By the database: a question to the program would be an event, and so a leaf
    await()
        .atMost(Api.patience())
        .until(
            () -> Database.rows("select state from ledger_check where number = " + number).get(0),
            state -> !OPEN.contains(state));
    return Api.as("auditor").get(location).then().statusCode(200).extract().jsonPath();
  }

  /** What a check finds, each as {@code what which}. */
  public static Set<String> findings() {
    List<String> what = run().getList("findings.collect { it.what + ' ' + it.which }");
    return what.stream().collect(Collectors.toSet());
  }
}
