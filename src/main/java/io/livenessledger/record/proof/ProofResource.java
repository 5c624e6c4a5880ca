package io.livenessledger.record.proof;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import io.livenessledger.ledger.proof.ProofAnswer;
import io.livenessledger.ledger.proof.ProofView;
import io.livenessledger.paging.Numbers;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Proves that an observation is in the log. */
@Path("/v1/document-liveness")
@RolesAllowed(Roles.AUDITOR)
@Tag(name = "History")
public class ProofResource {
  private final ObservationProofs proofs;

  ProofResource(ObservationProofs proofs) {
    this.proofs = proofs;
  }

  @GET
  @Path("/{id}/observations/{number}/proof")
  @Produces({ProofAnswer.TEXT, MediaType.APPLICATION_JSON})
  @Audited(Action.PROVE_OBSERVATION)
  @Operation(
      operationId = "proveObservation",
      summary = "Prove that an observation is in the log",
      description =
          "As text: a C2SP tlog-proof@v1 for any verifier of that format, with the leaf's data as"
              + " its extra line. As JSON: also the statement and the salt, from which the leaf's"
              + " commitment can be recomputed; they are personal data.",
      extensions =
          @Extension(
              name = "x-problems",
              value =
                  "invalid-record-id invalid-parameter record-not-found observation-not-found"
                      + " integrity-violation"))
  @APIResponse(
      responseCode = "200",
      description = "The proof.",
      content = {
        @Content(
            mediaType = "text/plain",
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "two leaves", ref = "proofText")),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ProofView.class),
            examples = @ExampleObject(name = "two leaves", ref = "proof"))
      })
  @APIResponse(
      responseCode = "202",
      description = "Stored, and not yet published.",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds.",
              schema = @Schema(implementation = Integer.class)))
  public Uni<Response> proof(
      RecordId id,
      @Parameter(schema = @Schema(type = INTEGER, minimum = "1")) String number,
      @Parameter(description = "Waits up to this long (ISO 8601, at most PT10S) for publication.")
          @QueryParam("wait")
          @DefaultValue("PT0S")
          String wait,
      @Context Request request) {
    return proofs
        .of(id, Numbers.positive("number", number), ProofAnswer.patience(wait))
        .map(proof -> ProofAnswer.of(proof, request));
  }
}
