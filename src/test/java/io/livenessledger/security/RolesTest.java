package io.livenessledger.security;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.anonymous;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.submit;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every endpoint of the OpenAPI document, called by everybody. */
@LedgerTest
class RolesTest {
  private static final Set<String> EVERYBODY =
      Set.of("", "viewer", "operator", "auditor", "steward");
  private static final Set<String> VIEWING = Set.of("viewer", "operator", "auditor", "steward");

  /** Who may call what (DESIGN §5); an endpoint that is missing here fails the test. */
  private static final Map<String, Set<String>> DECIDED =
      Map.ofEntries(
          entry("GET " + RECORDS, VIEWING),
          entry("GET " + RECORDS + "/{id}", VIEWING),
          entry("GET " + RECORDS + "/{id}/observations", VIEWING),
          entry("GET " + RECORDS + "/{id}/observations/{number}", VIEWING),
          entry("GET " + RECORDS + "/{id}/revisions", VIEWING),
          entry("GET " + RECORDS + "/{id}/observations/{number}/body", Set.of("auditor")),
          entry("GET " + RECORDS + "/{id}/observations/{number}/proof", Set.of("auditor")),
          entry("POST " + RECORDS + "/{id}/refresh", Set.of("operator")),
          entry("POST " + RECORDS + "/{id}/observations", Set.of("operator")),
          entry("GET " + RECORDS + "/{id}/access-report", Set.of("auditor")),
          entry("GET /v1/access-events", Set.of("auditor")),
          entry("GET /v1/access-events/{number}/proof", Set.of("auditor")),
          entry("GET /v1/audit/about", Set.of("auditor")),
          entry("GET /v1/ledger", Set.of("auditor")),
          entry("POST /v1/ledger/check", Set.of("auditor")),
          entry("GET /v1/ledger/check/{number}", Set.of("auditor")),
          entry("GET /log/checkpoint", EVERYBODY),
          entry("GET /log/vkey", EVERYBODY),
          entry("GET /log/tile/{place}", EVERYBODY),
          entry("GET /log/consistency", EVERYBODY));

  @Test
  void everyEndpointLetsInWhoMayAndNobodyElse() {
    String id = Bodies.freshId();
    submit(id, Bodies.small(id, "new")).then().statusCode(201);

    List<String> endpoints = endpoints();

    assertEquals(DECIDED.keySet(), Set.copyOf(endpoints));
    for (String endpoint : endpoints) {
      boolean open = DECIDED.get(endpoint).equals(EVERYBODY);
      assertEquals(!open, call(anonymous(), endpoint, id) == 401, endpoint + " by nobody");
      for (String user : VIEWING) {
        int status = call(as(user), endpoint, id);
        boolean may = DECIDED.get(endpoint).contains(user);
        assertEquals(may, status != 403, endpoint + " by " + user + ": " + status);
        assertTrue(status != 401, endpoint + " by " + user);
      }
    }
  }

  private static int call(RequestSpecification request, String endpoint, String id) {
    String[] parts = endpoint.split(" ", 2);
    String path =
        parts[1].replace("{id}", id).replace("{number}", "1").replace("{place}", "0/000.p/1");
    if (path.endsWith("/observations") && parts[0].equals("POST")) {
      request.contentType("application/json").body(Bodies.small(id, "new"));
    }
    return request.request(parts[0], path).statusCode();
  }

  private static List<String> endpoints() {
    JsonPath document = anonymous().get("/q/openapi?format=json").jsonPath();
    Map<String, Map<String, Object>> paths = document.getMap("paths");
    assertFalse(paths.isEmpty());
    List<String> endpoints = new ArrayList<>();
    paths.forEach(
        (path, operations) ->
            operations.keySet().stream()
                .filter(key -> Set.of("get", "post", "put", "delete", "patch").contains(key))
                .forEach(method -> endpoints.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    return endpoints;
  }
}
