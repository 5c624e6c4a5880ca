package io.livenessledger.access;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.access.query.AccessEvents;
import io.livenessledger.access.query.EventFilter;
import io.livenessledger.access.query.LoggedEvent;
import io.livenessledger.ledger.log.TamperedLogException;
import io.livenessledger.ledger.proof.OpenProof;
import io.livenessledger.ledger.proof.OpenProofs;
import io.livenessledger.ledger.proof.ProofAnswer;
import io.livenessledger.ledger.proof.ProofView;
import io.livenessledger.paging.NextLink;
import io.livenessledger.paging.Numbers;
import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.paging.PageTokens;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Caller;
import io.livenessledger.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.core.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who looked, when, why. */
@Path("/v1/access-events")
@RolesAllowed(Roles.AUDITOR)
@Tag(name = "Access")
public class AccessEventResource {
  private static final String NDJSON = "application/x-ndjson";
  private static final MediaType LINES = MediaType.valueOf(NDJSON);
  private static final List<Variant> FORMS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, LINES).build();

  private final AccessEvents events;
  private final PageTokens tokens;
  private final OpenProofs proofs;
  private final Access access;
  private final Caller caller;
  private final ObjectMapper json;

  AccessEventResource(
      AccessEvents events,
      PageTokens tokens,
      OpenProofs proofs,
      Access access,
      Caller caller,
      ObjectMapper json) {
    this.events = events;
    this.tokens = tokens;
    this.proofs = proofs;
    this.access = access;
    this.caller = caller;
    this.json = json;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, NDJSON})
  @Audited(Action.LIST_ACCESS_EVENTS)
  @Operation(
      operationId = "listAccessEvents",
      summary = "List access events, newest first",
      description =
          "Every call of this API is one, also those that were refused. As application/x-ndjson a"
              + " page has one event on each line, and the header Link leads to the next page.",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter invalid-page-token"))
  @APIResponse(
      responseCode = "200",
      description = "A page of access events.",
      headers =
          @Header(
              name = "Link",
              description = "rel=next leads to the next page, if there is one.",
              schema = @Schema(implementation = String.class)),
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = AccessEventPage.class),
            examples = @ExampleObject(name = "one event", ref = "accessEvents")),
        @Content(
            mediaType = NDJSON,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "one event", ref = "accessEventLines"))
      })
  public Uni<Response> list(
      @BeanParam EventParameters asked,
      @BeanParam PageParameters parameters,
      @Context UriInfo uri,
      @Context Request request) {
    int size = parameters.size();
    String list = asked.list();
    long before = tokens.beforeLong(list, parameters.token());
    return events
        .find(asked.filter(clients()), before, size + 1)
        .map(found -> tokens.numbered(list, found, size, LoggedEvent::number))
        .map(page -> page.map(AccessEventView::of))
        .map(page -> NextLink.to(page, uri, answer(page, request)).build());
  }

  private Response.ResponseBuilder answer(Page<AccessEventView> page, Request request) {
    Variant form = request.selectVariant(FORMS);
    if (form == null || !form.getMediaType().equals(LINES)) {
      return Response.ok(page, MediaType.APPLICATION_JSON);
    }
    access.counts(page.items().size());
    StringBuilder lines = new StringBuilder();
    page.items().forEach(event -> lines.append(line(event)).append('\n'));
    return Response.ok(lines.toString(), NDJSON);
  }

  private String line(AccessEventView event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Not made of JSON values: " + impossible.getClass());
    }
  }

  @GET
  @Path("/{number}/proof")
  @Produces({ProofAnswer.TEXT, MediaType.APPLICATION_JSON})
  @Audited(Action.PROVE_ACCESS_EVENT)
  @Operation(
      operationId = "proveAccessEvent",
      summary = "Prove that an access event is in the log",
      description = "As the proof of an observation; see there.",
      extensions =
          @Extension(
              name = "x-problems",
              value = "invalid-parameter not-found integrity-violation"))
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
            examples = @ExampleObject(name = "two leaves", ref = "accessEventProof"))
      })
  @APIResponse(
      responseCode = "202",
      description = "Committed, and not yet published.",
      headers =
          @Header(
              name = "Retry-After",
              description = "Seconds.",
              schema = @Schema(implementation = Integer.class)))
  public Uni<Response> proof(
      @Parameter(schema = @Schema(type = INTEGER, minimum = "1")) String number,
      @Parameter(description = "Waits up to this long (ISO 8601, at most PT10S) for publication.")
          @QueryParam("wait")
          @DefaultValue("PT0S")
          String wait,
      @Context Request request) {
    Duration patience = ProofAnswer.patience(wait);
    return events
        .find(EventFilter.visibleTo(clients()), Numbers.positiveLong("number", number))
        .onItem()
        .ifNull()
        .failWith(() -> Problem.of(ProblemCode.NOT_FOUND, "There is no event of this number."))
        .chain(event -> proven(event, patience))
        .map(proof -> ProofAnswer.of(proof, request));
  }

  private Uni<OpenProof> proven(LoggedEvent event, Duration patience) {
    return proofs
        .of(event.number(), event.opening(), event.leaf(), patience)
        .onFailure(TamperedLogException.class)
        .transform(
            tampered ->
                Problem.of(
                    ProblemCode.INTEGRITY_VIOLATION,
                    "What is stored of this event does not prove that it was committed to."));
  }

  private Set<String> clients() {
    return caller.clients().orElse(null);
  }

  /** For the documentation: what a page of access events looks like. */
  @Schema(name = "AccessEventPage")
  // For its items: Jackson writes them, with all their parts, in a Page
  @RegisterForReflection(registerFullHierarchy = true)
  record AccessEventPage(
      List<AccessEventView> items, @Schema(nullable = true) String nextPageToken) {}
}
