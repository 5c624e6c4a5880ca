package io.livenessledger.backfill;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.access.Access;
import io.livenessledger.access.idempotency.Idempotency;
import io.livenessledger.access.idempotency.Outcome;
import io.livenessledger.access.idempotency.Turn;
import io.livenessledger.backfill.job.Backfill;
import io.livenessledger.backfill.job.Backfills;
import io.livenessledger.backfill.job.Order;
import io.livenessledger.paging.Numbers;
import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.paging.PageTokens;
import io.livenessledger.problem.RequestId;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Caller;
import io.livenessledger.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs that fetch what the vendor's list names. */
@Path("/v1/backfills")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Backfill")
public class BackfillResource {
  private static final String LIST = "backfills";
  private static final List<Variant> FORMS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.SERVER_SENT_EVENTS_TYPE)
          .build();

  private final Backfills backfills;
  private final BackfillViews views;
  private final WholeAccount account;
  private final PageTokens tokens;
  private final RequestId requestId;
  private final Caller caller;
  private final Access access;
  private final Idempotency idempotency;
  private final ObjectMapper json;
  private final Clock clock;

  BackfillResource(
      Backfills backfills,
      BackfillViews views,
      WholeAccount account,
      PageTokens tokens,
      RequestId requestId,
      Caller caller,
      Access access,
      Idempotency idempotency,
      ObjectMapper json,
      Clock clock) {
    this.backfills = backfills;
    this.views = views;
    this.account = account;
    this.tokens = tokens;
    this.requestId = requestId;
    this.caller = caller;
    this.access = access;
    this.idempotency = idempotency;
    this.json = json;
    this.clock = clock;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Audited(Action.ORDER_BACKFILL)
  @Operation(
      operationId = "orderBackfill",
      summary = "Order a backfill",
      description =
          "Reads the vendor's list, fetches each record that it names and that is wanted, and reads"
              + " it again until a whole pass finds nothing new. Runs in the background, on one"
              + " replica at a time, after those that were ordered before, and within the vendor's"
              + " budget. For callers who may see all clients' records.",
      extensions =
          @Extension(
              name = "x-problems",
              value = "invalid-parameter unsupported-media-type conflict idempotency-key-reused"))
  @RequestBody(
      description = "What to do; without it, fetch what is missing.",
      required = false,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OrderBody.class),
              examples = @ExampleObject(name = "older", ref = "backfillOrder")))
  @APIResponse(
      responseCode = "202",
      description = "The backfill, which goes on.",
      headers =
          @Header(
              name = "Location",
              description = "Where its progress is read, and where it is cancelled.",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = BackfillView.class),
              examples = @ExampleObject(name = "ordered", ref = "backfill")))
  public Uni<Response> order(
      byte[] body,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type) {
    account.require();
    Order order = OrderBody.read(body, type).at(clock.instant());
    Access.ChangeEvent event = access.changeEvent();
    String name = caller.name();
    String request = requestId.current();
    return idempotency.once(
        body,
        turn -> accepted(backfills.order(order, name, request, id -> alongside(id, event, turn))),
        kept -> accepted(backfills.get(kept.number())));
  }

  private static Uni<Void> alongside(long id, Access.ChangeEvent event, Turn turn) {
    Outcome kept = new Outcome(LIST, Math.toIntExact(id), "ORDERED");
    return event.write(null).chain(() -> turn.alongside(kept));
  }

  private Uni<Response> accepted(Uni<Backfill> ordered) {
    return ordered
        .chain(views::of)
        .map(
            view ->
                Response.accepted(view)
                    .header(HttpHeaders.LOCATION, "/v1/backfills/" + view.id())
                    .build());
  }

  @GET
  @Audited(Action.LIST_BACKFILLS)
  @Operation(
      operationId = "listBackfills",
      summary = "List backfills, newest first",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter invalid-page-token"))
  @APIResponse(
      responseCode = "200",
      description = "A page of backfills.",
      content =
          @Content(
              schema = @Schema(implementation = BackfillPage.class),
              examples = @ExampleObject(name = "one backfill", ref = "backfills")))
  public Uni<Page<BackfillView>> list(@BeanParam PageParameters page) {
    account.require();
    int size = page.size();
    return backfills
        .before(tokens.beforeLong(LIST, page.token()), size + 1)
        .map(found -> tokens.numbered(LIST, found, size, Backfill::id))
        .chain(
            found ->
                views.of(found.items()).map(items -> new Page<>(items, found.nextPageToken())));
  }

  @GET
  @Path("/{backfill}")
  @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
  @Audited(Action.READ_BACKFILL)
  @Operation(
      operationId = "readBackfill",
      summary = "Read a backfill's progress",
      description =
          "As text/event-stream: an event whenever it has changed, until the backfill has ended or"
              + " 15 minutes have passed. A client that comes back with the id of the last event"
              + " of a backfill that has ended gets a 204.",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter not-found"))
  @APIResponse(
      responseCode = "200",
      description = "How far it is.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = BackfillView.class),
            examples = @ExampleObject(name = "ordered", ref = "backfill")),
        @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "one event", ref = "backfillEvents"))
      })
  @APIResponse(responseCode = "204", description = "There will be no more events.")
  public Uni<Response> read(
      @Parameter(schema = @Schema(type = INTEGER, minimum = "1")) String backfill,
      @Parameter(description = "Of a stream: id of the last event that was received.")
          @HeaderParam("Last-Event-ID")
          String lastEventId,
      @Context Request request) {
    account.require();
    return backfills
        .get(id(backfill))
        .chain(
            job -> isForStream(request) ? watched(job, lastEventId) : views.of(job).map(this::now));
  }

  private static boolean isForStream(Request request) {
    Variant form = request.selectVariant(FORMS);
    return form != null && form.getMediaType().equals(MediaType.SERVER_SENT_EVENTS_TYPE);
  }

  private Response now(BackfillView view) {
    return Response.ok(view, MediaType.APPLICATION_JSON)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private Uni<Response> watched(Backfill job, String lastEventId) {
    boolean knowsTheEnd = Watch.ENDED.equals(lastEventId) && job.state().hasEnded();
    Watch watch = new Watch(backfills, views, json, job.id());
    return Uni.createFrom()
        .item(
            knowsTheEnd
                ? Response.noContent().build()
                : Response.ok(watch.events(), MediaType.SERVER_SENT_EVENTS)
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    // Proxies that collect answers would keep events back
                    .header("X-Accel-Buffering", "no")
                    .build());
  }

  @DELETE
  @Path("/{backfill}")
  @Audited(Action.CANCEL_BACKFILL)
  @Operation(
      operationId = "cancelBackfill",
      summary = "Cancel a backfill",
      description =
          "Nothing more is begun; what is under way is stored. One that has ended stays as it is.",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter not-found"))
  @APIResponse(
      responseCode = "200",
      description = "The backfill, which has ended.",
      content =
          @Content(
              schema = @Schema(implementation = BackfillView.class),
              examples = @ExampleObject(name = "ordered", ref = "backfill")))
  public Uni<BackfillView> cancel(
      @Parameter(schema = @Schema(type = INTEGER, minimum = "1")) String backfill) {
    account.require();
    return backfills.cancel(id(backfill)).chain(views::of);
  }

  private static long id(String backfill) {
    return Numbers.positiveLong("backfill", backfill);
  }

  /** What a page of backfills looks like, for the OpenAPI document. */
  @Schema(name = "BackfillPage")
  // For its items: Jackson writes them, with all their parts, in a Page
  @RegisterForReflection(registerFullHierarchy = true)
  record BackfillPage(List<BackfillView> items, @Schema(nullable = true) String nextPageToken) {}
}
