package io.livenessledger.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells the vendor stub what to answer, and asks what it was asked. */
public final class Vendor {
  private final WireMock admin;

  /** The stub that the program under test calls. */
  public Vendor() {
    String url =
        ConfigProvider.getConfig().getValue("quarkus.rest-client.verifik.url", String.class);
    this.admin = new WireMock(URI.create(url).getHost(), URI.create(url).getPort());
  }

  /**
   * Answers fetches of this record one after the other; the last answer stays. Once for each id.
   */
  public void answers(String id, ResponseDefinitionBuilder... inTurn) {
    for (int i = 0; i < inTurn.length; i++) {
      boolean last = i == inTurn.length - 1;
      admin.register(
          get(urlEqualTo(path(id)))
              .inScenario(id)
              .whenScenarioStateIs(state(i))
              .willSetStateTo(state(last ? i : i + 1))
              .willReturn(inTurn[i]));
    }
  }

  private static String state(int turn) {
    return turn == 0 ? Scenario.STARTED : "turn " + turn;
  }

  /** How often this record was asked for. */
  public int requests(String id) {
    return admin.find(getRequestedFor(urlEqualTo(path(id)))).size();
  }

  /** The values of a header in the requests for this record. */
  public List<String> sent(String id, String header) {
    return admin.find(getRequestedFor(urlEqualTo(path(id)))).stream()
        .map(request -> request.getHeader(header))
        .toList();
  }

  /** What the stub demanded of all replicas (V0013) is over, and nothing was asked of it yet. */
  public static void forgetDemands() throws SQLException {
    Database.execute(
        "update vendor_word set paused_until = '-infinity', remaining = null, resets_at = null");
    Database.execute("delete from vendor_call");
  }

  /** Answers requests to renew this token. */
  public void renews(String token, ResponseDefinitionBuilder answer) {
    admin.register(
        get(urlPathEqualTo("/v2/auth/session"))
            .withQueryParam("origin", equalTo("refresh"))
            .withQueryParam("expiresIn", matching("[1-9][0-9]*"))
            .withHeader("Authorization", equalTo("Bearer " + token))
            .willReturn(answer));
  }

  /** How often this token was to be renewed. */
  public int renewals(String token) {
    return admin
        .find(
            getRequestedFor(urlPathEqualTo("/v2/auth/session"))
                .withHeader("Authorization", equalTo("Bearer " + token)))
        .size();
  }

  /** A 200 with a new token. */
  public static ResponseDefinitionBuilder renewed(String token) {
    return ok("{\"accessToken\":\"" + token + "\",\"tokenType\":\"bearer\"}");
  }

  /**
   * After a 401: lets the minute pass after which the token is tried again, and lets it work, so
   * that later fetches are made.
   */
  public void acceptsAgain(TestClock clock) {
    String id = Bodies.freshId();
    answers(id, absent());
    clock.advance(Duration.ofMinutes(1));
    Api.refresh(id).then().statusCode(404);
  }

  private static String path(String id) {
    return "/v2/document-liveness/" + id;
  }

  /** A 200 with this body. */
  public static ResponseDefinitionBuilder ok(String body) {
    return status(200, body);
  }

  /** The vendor's 404. */
  public static ResponseDefinitionBuilder absent() {
    return status(
        404,
        "{\"error\":\"Document liveness not found\",\"message\":\"DOCUMENT_LIVENESS_NOT_FOUND\"}");
  }

  /** Any status with this body. */
  public static ResponseDefinitionBuilder status(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withBody(body);
  }
}
