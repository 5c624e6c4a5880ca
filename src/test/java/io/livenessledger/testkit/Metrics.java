package io.livenessledger.testkit;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** The numbers that the infrastructure sees. */
public final class Metrics {
  private final URI address;

  /**
   * @param address of {@code /metrics} on the management interface
   */
  public Metrics(URI address) {
    this.address = address;
  }

  /** All samples now, each {@code name{labels} value}. */
  public List<String> samples() {
    return text().lines().filter(line -> !line.startsWith("#")).toList();
  }

  /** All that is scraped. */
  public String text() {
    return given().get(address).then().statusCode(200).extract().asString();
  }

  /**
   * The sum of all samples with this name that have all these labels; 0 without one.
   *
   * @param labels each {@code name="value"}
   */
  public double sum(String name, String... labels) {
    return samples().stream()
        .filter(sample -> sample.startsWith(name + "{") || sample.startsWith(name + " "))
        .filter(sample -> Arrays.stream(labels).allMatch(sample::contains))
        .mapToDouble(sample -> Double.parseDouble(sample.substring(sample.lastIndexOf(' '))))
        .sum();
  }
}
