package io.livenessledger.ledger;

import io.livenessledger.ledger.check.Check;
import io.livenessledger.ledger.check.Check.Trigger;
import io.livenessledger.ledger.check.Checks;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.ledger.log.Standing;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Caller;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the ledger stands, and its self-check. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDITOR)
@Tag(name = "Ledger")
public class LedgerResource {
  private final Standing standing;
  private final SigningKeys keys;
  private final Checks checks;
  private final Caller caller;

  LedgerResource(Standing standing, SigningKeys keys, Checks checks, Caller caller) {
    this.standing = standing;
    this.keys = keys;
    this.checks = checks;
    this.caller = caller;
  }

  @GET
  @Audited(Action.READ_LEDGER)
  @Operation(
      operationId = "readLedger",
      summary = "Read how the ledger stands",
      extensions = @Extension(name = "x-problems", value = "store-unavailable"))
  @APIResponse(
      responseCode = "200",
      description = "Sizes, lag, keys, the latest check.",
      content =
          @Content(
              schema = @Schema(implementation = LedgerView.class),
              examples = @ExampleObject(name = "three leaves", ref = "ledger")))
  public Uni<LedgerView> ledger() {
    return standing.now().chain(this::view);
  }

  private Uni<LedgerView> view(Standing.State now) {
    return checks.last().chain(last -> checks.open().map(open -> view(now, last, open)));
  }

  private LedgerView view(Standing.State now, Check last, Check open) {
    return LedgerView.of(keys, now, shown(last), shown(open));
  }

  /** Findings name records; who may see some clients' records alone learns how many there are. */
  private CheckView shown(Check check) {
    CheckView view = CheckView.of(check);
    return view != null && caller.clients().isPresent() ? view.withoutFindings() : view;
  }

  @POST
  @Path("/check")
  @Audited(Action.CHECK_LEDGER)
  @Operation(
      operationId = "checkLedger",
      summary = "Recompute the whole ledger from what is stored",
      description =
          "From bodies and statements to the root: every leaf, tile, checkpoint and projection. Runs"
              + " in the background; when a check waits or runs already, this is it.",
      extensions = @Extension(name = "x-problems", value = "store-unavailable"))
  @APIResponse(
      responseCode = "202",
      description = "The check, which goes on.",
      headers =
          @Header(
              name = "Location",
              description = "Where its progress and result are read.",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = CheckView.class),
              examples = @ExampleObject(name = "waiting", ref = "check")))
  public Uni<Response> check() {
    return checks.request(Trigger.REQUESTED).map(this::accepted);
  }

  private Response accepted(Check check) {
    return Response.accepted(shown(check))
        .header(HttpHeaders.LOCATION, "/v1/ledger/check/" + check.number())
        .build();
  }

  @GET
  @Path("/check/{number}")
  @Audited(Action.READ_LEDGER_CHECK)
  @Operation(
      operationId = "readLedgerCheck",
      summary = "Read a check's progress and result",
      extensions = @Extension(name = "x-problems", value = "not-found"))
  @APIResponse(
      responseCode = "200",
      description = "The check.",
      content =
          @Content(
              schema = @Schema(implementation = CheckView.class),
              examples = @ExampleObject(name = "waiting", ref = "check")))
  public Uni<CheckView> check(
      @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1")) String number) {
    return find(number).onItem().ifNull().failWith(LedgerResource::unknown).map(this::shown);
  }

  private Uni<Check> find(String number) {
    return number.matches("[1-9][0-9]{0,17}")
        ? checks.find(Long.parseLong(number))
        : Uni.createFrom().nullItem();
  }

  private static Problem unknown() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no check of this number.");
  }
}
