package io.livenessledger.verifik;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Somebody stands where the vendor should, and cannot show the vendor's certificate. */
@LedgerTest
@QuarkusTestResource(value = StrangeVendorTest.Stranger.class, restrictToAnnotatedClass = true)
@TestProfile(StrangeVendorTest.Own.class)
class StrangeVendorTest {
  /** A start of its own. */
  public static class Own extends OwnDatabase {}

  /** Speaks TLS, with a certificate that it signed itself. */
  public static class Stranger implements QuarkusTestResourceLifecycleManager {
    private final WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .dynamicHttpsPort());

    @Override
    public Map<String, String> start() {
      server.start();
      return Map.of(
          "quarkus.rest-client.verifik.url",
          "https://127.0.0.1:" + server.httpsPort(),
          "stranger.port",
          String.valueOf(server.port()));
    }

    /** After the vendor, whose address it takes. */
    @Override
    public int order() {
      return 1;
    }

    @Override
    public void stop() {
      server.stop();
    }
  }

  @ConfigProperty(name = "quarkus.rest-client.verifik.url")
  URI address;

  @ConfigProperty(name = "stranger.port")
  int port;

  @Test
  void neitherQuestionNorTokenReachesWhoCannotShowACertificate() {
    Api.refresh(Bodies.freshId())
        .then()
        .statusCode(503)
        .body("type", endsWith("/vendor-unavailable"));

    WireMock stranger = new WireMock(address.getHost(), port);
    assertEquals(0, stranger.find(anyRequestedFor(anyUrl())).size());
    // It is there, and answers whoever does not look
    given().relaxedHTTPSValidation().get(address).then().statusCode(404);
    assertEquals(1, stranger.find(anyRequestedFor(anyUrl())).size());
  }
}
