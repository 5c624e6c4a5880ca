package io.livenessledger.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/** Calls the program under test as one of the demo users. */
public final class Api {
  /** Where records live. */
  public static final String RECORDS = "/v1/document-liveness";

  private static final RestAssuredConfig EXACT_DECIMALS =
      RestAssuredConfig.config()
          .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));

  private Api() {}

  /** A request by the demo user of this role; its password is its name. */
  public static RequestSpecification as(String user) {
    return given().config(EXACT_DECIMALS).auth().preemptive().basic(user, user);
  }

  /** A request by nobody. */
  public static RequestSpecification anonymous() {
    return given().config(EXACT_DECIMALS);
  }

  /** Refreshes a record as operator. */
  public static Response refresh(String id) {
    return as("operator").post(RECORDS + "/" + id + "/refresh");
  }

  /** Reads below a record as viewer, such as {@code "/observations"}; empty for the record. */
  public static Response read(String id, String below) {
    return as("viewer").get(RECORDS + "/" + id + below);
  }

  /** Hands in an answer as operator. */
  public static Response submit(String id, String body) {
    return as("operator")
        .contentType("application/json")
        .body(body)
        .post(RECORDS + "/" + id + "/observations");
  }

  /** No answer of the program may take longer. */
  public static Duration patience() {
    return Duration.ofSeconds(20);
  }
}
