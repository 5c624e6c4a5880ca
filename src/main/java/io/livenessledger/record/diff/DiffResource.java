package io.livenessledger.record.diff;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import io.livenessledger.paging.Numbers;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells what differs between two revisions. */
@Path("/v1/document-liveness")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "History")
public class DiffResource {
  private final RevisionDiff diff;

  DiffResource(RevisionDiff diff) {
    this.diff = diff;
  }

  @GET
  @Path("/{id}/revisions/{a}/diff/{b}")
  @Audited(Action.DIFF_REVISIONS)
  @Operation(
      operationId = "diffRevisions",
      summary = "Compare two revisions",
      description =
          "What turns revision a into revision b, which may be the older one. Decimals are exact,"
              + " and 0.90 is not 0.9. The photo's address is for callers with the role"
              + " image-viewer, persons with whom the vendor filled client and appRegistration are"
              + " for auditors; redacted says where either was withheld. Contents with long arrays"
              + " are replaced as a whole.",
      extensions =
          @Extension(
              name = "x-problems",
              value = "invalid-record-id invalid-parameter record-not-found not-found"))
  @APIResponse(
      responseCode = "200",
      description = "What differs.",
      content =
          @Content(
              schema = @Schema(implementation = DiffView.class),
              examples = {
                @ExampleObject(name = "two decimals and a verdict", ref = "revisionDiff"),
                @ExampleObject(name = "another family", ref = "familyDiff")
              }))
  public Uni<DiffView> diff(
      RecordId id,
      @Parameter(description = "From.", schema = @Schema(type = INTEGER, minimum = "1")) String a,
      @Parameter(description = "To.", schema = @Schema(type = INTEGER, minimum = "1")) String b) {
    return diff.between(id, Numbers.positive("a", a), Numbers.positive("b", b));
  }
}
