package io.livenessledger.ledger;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.log.Proofs;
import io.livenessledger.merkle.ConsistencyProof;
import io.livenessledger.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Consistency proofs for those without a tile client. */
@Path("/log/consistency")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Log")
public class ConsistencyResource {
  private final Proofs proofs;
  private final LogReaders readers;

  ConsistencyResource(Proofs proofs, LogReaders readers) {
    this.proofs = proofs;
    this.readers = readers;
  }

  @GET
  @Operation(
      operationId = "proveConsistency",
      summary = "Prove that the log only grew from one size to another",
      description =
          "RFC 9162 section 2.1.4: verifies against the roots of two checkpoints of these sizes.",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter"))
  @APIResponse(
      responseCode = "200",
      description = "The proof.",
      content =
          @Content(
              schema = @Schema(implementation = ConsistencyView.class),
              examples = @ExampleObject(name = "from 1 to 2", ref = "consistency")))
  public Uni<ConsistencyView> consistency(
      @Parameter(schema = @Schema(type = INTEGER, minimum = "1"), required = true)
          @QueryParam("from")
          String from,
      @Parameter(schema = @Schema(type = INTEGER, minimum = "1"), required = true) @QueryParam("to")
          String to) {
    return readers.admitted().chain(() -> proof(size("from", from), size("to", to)));
  }

  private Uni<ConsistencyView> proof(long from, long to) {
    if (from > to) {
      throw Problem.invalidParameter("from", "must not be greater than to");
    }
    return proofs
        .consistency(from, to)
        .onItem()
        .ifNull()
        .failWith(() -> Problem.invalidParameter("to", "the log is not that long yet"))
        .map(ConsistencyView::of);
  }

  private static long size(String parameter, String text) {
    if (text == null || !text.matches("[1-9][0-9]{0,17}")) {
      throw Problem.invalidParameter(parameter, "must be a tree size, 1 or more");
    }
    return Long.parseLong(text);
  }

  /**
   * A consistency proof.
   *
   * @param hashes base64, in the order of RFC 9162
   */
  @Schema(name = "ConsistencyProof")
  // Written by Jackson, with all its parts
  @RegisterForReflection(registerFullHierarchy = true)
  public record ConsistencyView(
      long from, long to, @Schema(description = "SHA-256 in base64.") List<String> hashes) {
    static ConsistencyView of(ConsistencyProof proof) {
      return new ConsistencyView(
          proof.from(), proof.to(), proof.hashes().stream().map(ConsistencyView::base64).toList());
    }

    private static String base64(Digest hash) {
      return Base64.getEncoder().encodeToString(hash.bytes());
    }
  }
}
