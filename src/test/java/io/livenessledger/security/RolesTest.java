package io.livenessledger.security;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.anonymous;
import static io.livenessledger.testkit.Api.submit;
import static java.util.Collections.nCopies;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.Endpoint;
import io.livenessledger.testkit.IssuerResource;
import io.livenessledger.testkit.LedgerCheck;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Log;
import io.livenessledger.testkit.ReceiverResource;
import io.livenessledger.testkit.Tokens;
import io.livenessledger.testkit.Vendor;
import io.quarkus.test.common.QuarkusTestResource;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint of the OpenAPI document, called by everybody. */
@LedgerTest
@QuarkusTestResource(value = IssuerResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = ReceiverResource.class, restrictToAnnotatedClass = true)
class RolesTest {
  private static final String ANONYMOUS = "anonymous";

  /** Somebody whom the issuer knows, and nothing else. */
  private static final String NO_ROLE = "no role";

  private static final List<String> CALLERS =
      List.of(ANONYMOUS, NO_ROLE, "viewer", "operator", "auditor", "steward", "image-viewer");

  private static final Set<String> EVERYBODY = Set.copyOf(CALLERS);
  private static final Set<String> VIEWING = Set.of("viewer", "operator", "auditor", "steward");
  private static final Set<String> AUDITING = Set.of("auditor");
  private static final Set<String> OPERATING = Set.of("operator");
  private static final String OBSERVATION = RECORDS + "/{id}/observations/{number}";

  /** Who may call what (DESIGN §5); an endpoint that is missing here fails the test. */
  private static final Map<String, Decision> DECIDED =
      Stream.of(
              new Decision("GET " + RECORDS, Action.LIST_RECORDS, VIEWING),
              new Decision("POST " + RECORDS + "/lookup", Action.LOOK_UP_RECORDS, VIEWING),
              new Decision("GET " + RECORDS + "/statistics", Action.READ_STATISTICS, VIEWING),
              new Decision("GET /v1/exports/document-liveness", Action.EXPORT_RECORDS, AUDITING),
              new Decision("GET /v1/changes", Action.FOLLOW_CHANGES, VIEWING),
              new Decision("GET " + RECORDS + "/{id}", Action.READ_RECORD, VIEWING),
              new Decision("GET " + RECORDS + "/{id}/timemap", Action.LIST_STATES, VIEWING),
              new Decision(
                  "GET " + RECORDS + "/{id}/observations", Action.LIST_OBSERVATIONS, VIEWING),
              new Decision("GET " + OBSERVATION, Action.READ_OBSERVATION, VIEWING),
              new Decision("GET " + RECORDS + "/{id}/revisions", Action.LIST_REVISIONS, VIEWING),
              new Decision(
                  "GET " + RECORDS + "/{id}/revisions/{a}/diff/{b}",
                  Action.DIFF_REVISIONS,
                  VIEWING),
              new Decision("GET " + OBSERVATION + "/body", Action.READ_BODY, AUDITING),
              new Decision("GET " + OBSERVATION + "/proof", Action.PROVE_OBSERVATION, AUDITING),
              new Decision("POST " + RECORDS + "/{id}/refresh", Action.REFRESH_RECORD, OPERATING),
              new Decision(
                  "POST " + RECORDS + "/{id}/observations", Action.SUBMIT_OBSERVATION, OPERATING),
              new Decision(
                  "GET " + RECORDS + "/{id}/access-report", Action.REPORT_ACCESS, AUDITING),
              new Decision("GET /v1/access-events", Action.LIST_ACCESS_EVENTS, AUDITING),
              new Decision(
                  "GET /v1/access-events/{number}/proof", Action.PROVE_ACCESS_EVENT, AUDITING),
              new Decision("GET /v1/audit/about", Action.READ_ABOUT, AUDITING),
              new Decision("POST /v1/backfills", Action.ORDER_BACKFILL, OPERATING),
              new Decision("GET /v1/backfills", Action.LIST_BACKFILLS, OPERATING),
              new Decision("GET /v1/backfills/{backfill}", Action.READ_BACKFILL, OPERATING),
              new Decision(
                  "GET /v1/backfills/{backfill}/records", Action.LIST_BACKFILL_RECORDS, OPERATING),
              new Decision("DELETE /v1/backfills/{backfill}", Action.CANCEL_BACKFILL, OPERATING),
              new Decision("GET /v1/ledger", Action.READ_LEDGER, AUDITING),
              new Decision("POST /v1/ledger/check", Action.CHECK_LEDGER, AUDITING),
              new Decision("GET /v1/ledger/check/{number}", Action.READ_LEDGER_CHECK, AUDITING),
              new Decision("GET /v1/webhooks", Action.LIST_WEBHOOKS, OPERATING),
              new Decision("GET /v1/webhooks/{name}", Action.READ_WEBHOOK, OPERATING),
              new Decision(
                  "GET /v1/webhooks/{name}/deliveries", Action.LIST_WEBHOOK_DELIVERIES, OPERATING),
              new Decision("POST /v1/webhooks/{name}/replay", Action.REPLAY_WEBHOOK, OPERATING),
              new Decision("POST /v1/webhooks/{name}/pause", Action.PAUSE_WEBHOOK, OPERATING),
              new Decision("POST /v1/webhooks/{name}/resume", Action.RESUME_WEBHOOK, OPERATING),
              new Decision("GET /log/checkpoint", null, EVERYBODY),
              new Decision("GET /log/vkey", null, EVERYBODY),
              new Decision("GET /log/tile/{place}", null, EVERYBODY),
              new Decision("GET /log/consistency", null, EVERYBODY))
          .collect(toMap(Decision::endpoint, decision -> decision));

  private static String id;

  private final String request = UUID.randomUUID().toString();

  /** A record, a check and a published log, so that every endpoint has something to show. */
  @BeforeEach
  void storeOnce() {
    if (id == null) {
      id = Bodies.freshId();
      new Vendor().answers(id, Vendor.ok(Bodies.small(id, "new")));
      submit(id, Bodies.small(id, "new")).then().statusCode(201);
      LedgerCheck.run();
      new Endpoint("POST", "/v1/backfills").call(Api.as("operator"), id, "1");
      Log.published();
    }
  }

  static Stream<Arguments> everyEndpointByEverybody() {
    return Endpoint.all().stream()
        .flatMap(endpoint -> CALLERS.stream().map(caller -> Arguments.of(endpoint, caller)));
  }

  @ParameterizedTest(name = "{0} by {1}")
  @MethodSource("everyEndpointByEverybody")
  void whoMayGetsInAndEveryCallIsOneEvent(Endpoint endpoint, String caller) throws SQLException {
    Decision decision = DECIDED.get(endpoint.toString());
    assertNotNull(decision, () -> "Nobody has decided who may call " + endpoint);

    int status = endpoint.call(as(caller), id, number(endpoint)).statusCode();

    assertEquals(decision.by(caller), new Outcome(status(status), events()));
  }

  @Test
  void everyDecisionIsAboutAnEndpoint() {
    assertEquals(
        Endpoint.all().stream().map(Endpoint::toString).collect(toSet()), DECIDED.keySet());
  }

  /** With a request id by which its event is found. */
  private RequestSpecification as(String caller) {
    RequestSpecification call = anonymous().header("X-Request-Id", request);
    if (caller.equals(ANONYMOUS)) {
      return call;
    }
    // Not injected: programs of other tests have no issuer, but would look for this class's
    Tokens tokens =
        new Tokens(
            ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class));
    Map<String, Object> claims = caller.equals(NO_ROLE) ? tokens.claims() : tokens.claims(caller);
    claims.put("sub", caller);
    return call.header("Authorization", "Bearer " + tokens.sign(claims));
  }

  /** Of an event, a check or a backfill that is there. */
  private static String number(Endpoint endpoint) throws SQLException {
    if (endpoint.path().startsWith("/v1/backfills")) {
      return Database.rows("select max(id) from backfill").get(0);
    }
    return endpoint.path().startsWith("/v1/access-events")
        ? Database.rows("select min(entry) from access_event").get(0)
        : "1";
  }

  private List<String> events() throws SQLException {
    return Database.rows(
        "select action, outcome, s ->> 'problem', subject"
            + " from (select *, convert_from(statement, 'UTF8')::jsonb as s from access_event) e"
            + " where s ->> 'requestId' = '"
            + request
            + "'");
  }

  private static String status(int status) {
    return status == 401 || status == 403 ? String.valueOf(status) : status / 100 + "xx";
  }

  /** How a call ends: its status, and its events as action, outcome, problem and subject. */
  private record Outcome(String status, List<String> events) {}

  /**
   * Who may call an endpoint.
   *
   * @param action null where calls are no events
   */
  private record Decision(String endpoint, Action action, Set<String> callers) {
    Outcome by(String caller) {
      boolean may = callers.contains(caller);
      boolean unknown = caller.equals(ANONYMOUS);
      String ending =
          may ? "ALLOWED|null" : unknown ? "DENIED|unauthenticated" : "DENIED|forbidden";
      return new Outcome(
          may ? "2xx" : unknown ? "401" : "403",
          action == null
              ? List.of()
              : nCopies(events(may), action + "|" + ending + "|" + (unknown ? null : caller)));
    }

    /** An export says that it begins, and then how it ended. */
    private int events(boolean may) {
      return may && action == Action.EXPORT_RECORDS ? 2 : 1;
    }
  }
}
