package io.livenessledger;

import io.livenessledger.problem.Problem;
import io.quarkus.arc.profile.UnlessBuildProfile;
import io.quarkus.runtime.annotations.RegisterResources;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The OpenAPI document of a packaged program: the committed copies, as they are. In dev mode and
 * tests the extension that makes them is in this place; it would make them at every start.
 */
@Path("/q/openapi")
@PermitAll
@UnlessBuildProfile(anyOf = {"dev", "test"})
// Read by their names
@RegisterResources(globs = "docs/openapi.*")
public class OpenApiResource {
  private static final MediaType YAML = new MediaType("application", "yaml");
  private static final List<Variant> FORMS =
      Variant.mediaTypes(YAML, MediaType.APPLICATION_JSON_TYPE).build();

  @GET
  @Produces({"application/yaml", MediaType.APPLICATION_JSON})
  @Operation(hidden = true)
  @Blocking
  public Response document(@QueryParam("format") String format, @Context Request request) {
    String form = format == null ? accepted(request) : format;
    return switch (form) {
      case "yaml" -> answer("/docs/openapi.yaml", YAML);
      case "json" -> answer("/docs/openapi.json", MediaType.APPLICATION_JSON_TYPE);
      default -> throw Problem.invalidParameter("format", "expected yaml or json");
    };
  }

  private static String accepted(Request request) {
    Variant form = request.selectVariant(FORMS);
    return form == null ? "yaml" : form.getMediaType().getSubtype();
  }

  private static Response answer(String copy, MediaType form) {
    return Response.ok(OpenApiResource.class.getResourceAsStream(copy), form).build();
  }
}
