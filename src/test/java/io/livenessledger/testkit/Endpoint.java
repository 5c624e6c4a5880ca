package io.livenessledger.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An endpoint of the OpenAPI document.
 *
 * @param path with its parameters in braces
 */
public record Endpoint(String method, String path) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** All there are, by the committed copy: {@code OpenApiTest} holds it against what is served. */
  public static List<Endpoint> all() {
    List<Endpoint> all = new ArrayList<>();
    for (var path : document().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (METHODS.contains(operation.getKey())) {
          all.add(new Endpoint(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()));
        }
      }
    }
    return all;
  }

  private static JsonNode document() {
    try {
      return new YAMLMapper().readTree(Files.readString(Path.of("docs", "openapi.yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Calls it so that it succeeds, if it can.
   *
   * @param id of a record with an observation
   * @param number of whatever it is that the path numbers, when that is no observation
   */
  public Response call(RequestSpecification request, String id, String number) {
    if (method.equals("POST") && path.endsWith("/observations")) {
      request.contentType("application/json").body(Bodies.small(id, "new"));
    }
    if (path.endsWith("/lookup")) {
      request.contentType("application/json").body("{\"ids\":[\"" + id + "\"]}");
    }
    if (method.equals("POST") && path.endsWith("/backfills")) {
      request.contentType("application/json").body("{\"dryRun\":true}");
    }
    if (path.equals("/log/consistency")) {
      request.queryParam("from", 1).queryParam("to", 1);
    }
    return request.request(method, address(id, number));
  }

  /** The path with its parameters filled in. */
  public String address(String id, String number) {
    return path.replace("{id}", id)
        .replace("{backfill}", number)
        .replace("{a}", "1")
        .replace("{b}", "1")
        .replace("{number}", path.contains("/observations/") ? "1" : number)
        .replace("{place}", "0/000.p/1")
        .replace("{name}", ReceiverResource.ONE_CLIENT);
  }

  /** Method and path, as people write them. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
