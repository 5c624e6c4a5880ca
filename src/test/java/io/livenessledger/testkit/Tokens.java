package io.livenessledger.testkit;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tokens from the {@link Issuer} at an address. */
public final class Tokens {
  /** Whom tokens are for. */
  public static final String AUDIENCE = "liveness-ledger";

  private final String issuer;

  public Tokens(String issuer) {
    this.issuer = issuer;
  }

  /** The claims of a good token, for changes. */
  public Map<String, Object> claims(String... roles) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", issuer);
    claims.put("aud", AUDIENCE);
    claims.put("sub", "subject-1");
    claims.put("azp", "compliance-app");
    claims.put("groups", List.of(roles));
    claims.put("iat", now - 120);
    claims.put("exp", now + 300);
    return claims;
  }

  /** Signed by the issuer's present key. */
  public String sign(Map<String, Object> claims) {
    return posted("/sign", claims);
  }

  /** Signed by a key that the issuer does not publish. */
  public String signByStranger(Map<String, Object> claims) {
    return posted("/sign?stranger", claims);
  }

  /** From now on the issuer signs with, and publishes, another key. */
  public void rotate() {
    posted("/rotate", Map.of());
  }

  /** The keys that the issuer publishes, as it publishes them. */
  public String publicKeys() {
    return given().get(issuer + "/keys").then().statusCode(200).extract().asString();
  }

  /** How often services asked the issuer for {@code keys} or {@code introspections}. */
  public int asked(String what) {
    return given().get(issuer + "/asked").then().statusCode(200).extract().path(what);
  }

  private String posted(String path, Map<String, Object> body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post(issuer + path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }
}
