package io.livenessledger.record;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import io.livenessledger.paging.Numbers;
import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads what is known of how a record came to be as it is. */
@Path("/v1/document-liveness")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "History")
public class HistoryResource {
  private static final String UNKNOWN = MediaType.APPLICATION_OCTET_STREAM;

  private final RecordHistory history;

  HistoryResource(RecordHistory history) {
    this.history = history;
  }

  @GET
  @Path("/{id}/observations")
  @Audited(Action.LIST_OBSERVATIONS)
  @Operation(
      operationId = "listObservations",
      summary = "List observations, newest first",
      extensions =
          @Extension(
              name = "x-problems",
              value = "invalid-record-id invalid-parameter invalid-page-token record-not-found"))
  @APIResponse(
      responseCode = "200",
      description = "A page of observations.",
      content =
          @Content(
              schema = @Schema(implementation = ObservationPage.class),
              examples = @ExampleObject(name = "one observation", ref = "observations")))
  public Uni<Page<ObservationView>> observations(RecordId id, @BeanParam PageParameters page) {
    return history.observations(id, page);
  }

  @GET
  @Path("/{id}/observations/{number}")
  @Audited(Action.READ_OBSERVATION)
  @Operation(
      operationId = "readObservation",
      summary = "Read one observation",
      extensions =
          @Extension(
              name = "x-problems",
              value = "invalid-record-id invalid-parameter record-not-found observation-not-found"))
  @APIResponse(
      responseCode = "200",
      description = "The observation.",
      content =
          @Content(
              schema = @Schema(implementation = ObservationView.class),
              examples = @ExampleObject(name = "fetched", ref = "observation")))
  public Uni<ObservationView> observation(
      RecordId id, @Parameter(schema = @Schema(type = INTEGER, minimum = "1")) String number) {
    return history.observation(id, observationNumber(number)).map(ObservationView::of);
  }

  @GET
  @Path("/{id}/observations/{number}/body")
  @Produces(MediaType.WILDCARD)
  @RolesAllowed(Roles.AUDITOR)
  @Audited(Action.READ_BODY)
  @Operation(
      operationId = "readBody",
      summary = "Read the vendor's answer, byte for byte",
      description = "Exactly the bytes received, under the content type that came with them.",
      extensions =
          @Extension(
              name = "x-problems",
              value =
                  "invalid-record-id invalid-parameter record-not-found observation-not-found"
                      + " integrity-violation"))
  @APIResponse(
      responseCode = "200",
      description = "The bytes.",
      headers =
          @Header(
              name = "Repr-Digest",
              description = "SHA-256 of the bytes (RFC 9530).",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              mediaType = "*/*",
              schema = @Schema(implementation = String.class, format = "binary"),
              examples = @ExampleObject(name = "nested", ref = "body")))
  public Uni<Response> body(
      RecordId id, @Parameter(schema = @Schema(type = INTEGER, minimum = "1")) String number) {
    return history.body(id, observationNumber(number)).map(HistoryResource::asReceived);
  }

  private static Response asReceived(Body body) {
    return Response.ok(body.bytes())
        .header(HttpHeaders.CONTENT_TYPE, mediaType(body.contentType()))
        .header("Repr-Digest", body.digest().reprDigest())
        // The vendor's bytes must not run as a page of ours
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "sandbox")
        .build();
  }

  /** What the vendor declared, to the letter, unless it is none that could be sent. */
  private static String mediaType(String declared) {
    try {
      MediaType.valueOf(declared);
      return declared;
    } catch (IllegalArgumentException noMediaType) {
      return UNKNOWN;
    }
  }

  @GET
  @Path("/{id}/revisions")
  @Audited(Action.LIST_REVISIONS)
  @Operation(
      operationId = "listRevisions",
      summary = "List distinct contents, newest first",
      extensions =
          @Extension(
              name = "x-problems",
              value = "invalid-record-id invalid-parameter invalid-page-token record-not-found"))
  @APIResponse(
      responseCode = "200",
      description = "A page of revisions.",
      content =
          @Content(
              schema = @Schema(implementation = RevisionPage.class),
              examples = @ExampleObject(name = "one revision", ref = "revisions")))
  public Uni<Page<RevisionView>> revisions(RecordId id, @BeanParam PageParameters page) {
    return history.revisions(id, page);
  }

  private static int observationNumber(String text) {
    return Numbers.positive("number", text);
  }

  /** For the documentation: what a page of observations looks like. */
  @Schema(name = "ObservationPage")
  // For its items: Jackson writes them, with all their parts, in a Page
  @RegisterForReflection(registerFullHierarchy = true)
  record ObservationPage(
      List<ObservationView> items, @Schema(nullable = true) String nextPageToken) {}

  /** For the documentation: what a page of revisions looks like. */
  @Schema(name = "RevisionPage")
  // For its items: Jackson writes them, with all their parts, in a Page
  @RegisterForReflection(registerFullHierarchy = true)
  record RevisionPage(List<RevisionView> items, @Schema(nullable = true) String nextPageToken) {}
}
