package io.livenessledger.refresh;

import io.livenessledger.access.Access;
import io.livenessledger.access.idempotency.Idempotency;
import io.livenessledger.access.idempotency.Outcome;
import io.livenessledger.access.idempotency.Turn;
import io.livenessledger.intake.Alongside;
import io.livenessledger.intake.Intake;
import io.livenessledger.intake.Origin;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.problem.RequestId;
import io.livenessledger.record.ObservationView;
import io.livenessledger.record.RecordViews;
import io.livenessledger.record.Visibility;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.current.Records;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Caller;
import io.livenessledger.security.Roles;
import io.livenessledger.verifik.VerifikConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Consumer;
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

/** Takes in vendor answers that a caller captured, such as the one to the vendor's POST. */
@Path("/v1/document-liveness")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Refresh")
public class SubmissionResource {
  private final Intake intake;
  private final RecordViews views;
  private final VerifikConfig vendor;
  private final RequestId requestId;
  private final Caller caller;
  private final Records records;
  private final Visibility visibility;
  private final Access access;
  private final Idempotency idempotency;
  private final Replay replay;

  SubmissionResource(
      Intake intake,
      RecordViews views,
      VerifikConfig vendor,
      RequestId requestId,
      Caller caller,
      Records records,
      Visibility visibility,
      Access access,
      Idempotency idempotency,
      Replay replay) {
    this.intake = intake;
    this.views = views;
    this.vendor = vendor;
    this.requestId = requestId;
    this.caller = caller;
    this.records = records;
    this.visibility = visibility;
    this.access = access;
    this.idempotency = idempotency;
    this.replay = replay;
  }

  @POST
  @Path("/{id}/observations")
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited(Action.SUBMIT_OBSERVATION)
  @Operation(
      operationId = "submitObservation",
      summary = "Hand in a vendor answer captured elsewhere",
      description =
          "Stores the bytes as an observation with trigger SUBMITTED. The same bytes handed in"
              + " again are the same observation.",
      extensions =
          @Extension(
              name = "x-problems",
              value =
                  "invalid-record-id invalid-parameter body-too-large unsupported-media-type"
                      + " record-not-found conflict idempotency-key-reused"))
  @RequestBody(
      description = "The vendor's answer, unchanged; its _id is the record's id.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Object.class),
              examples = @ExampleObject(name = "nested", ref = "body")))
  @APIResponse(
      responseCode = "201",
      description = "Stored as a new observation.",
      headers =
          @Header(
              name = "Location",
              description = "The observation.",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RefreshView.class),
              examples = @ExampleObject(name = "new", ref = "submitted")))
  @APIResponse(
      responseCode = "200",
      description = "These bytes were handed in before; nothing was appended.",
      content =
          @Content(
              schema = @Schema(implementation = RefreshView.class),
              examples = @ExampleObject(name = "again", ref = "submittedAgain")))
  public Uni<Response> submit(
      RecordId id,
      byte[] body,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String contentType) {
    requireWithinLimit(body);
    Origin origin = new Origin(requestId.current(), caller.name());
    Access.ChangeEvent event = access.changeEvent();
    Consumer<RecordState> visible = visibility.requirement();
    return idempotency.once(
        body,
        turn -> stored(id, body, contentType, origin, own(event, visible, turn)),
        kept -> replay.of(kept, visible).map(this::answer));
  }

  private void requireWithinLimit(byte[] body) {
    long limit = vendor.maxBodySize().asLongValue();
    if (body.length > limit) {
      throw Problem.of(ProblemCode.BODY_TOO_LARGE, "At most " + limit + " bytes.");
    }
  }

  private Uni<Response> stored(
      RecordId id, byte[] body, String contentType, Origin origin, Alongside own) {
    return submittable(id)
        .chain(() -> intake.submitted(id, body, contentType, origin, own))
        .map(this::answer);
  }

  /** What turns out to be somebody else's record is not stored. */
  private static Alongside own(Access.ChangeEvent event, Consumer<RecordState> visible, Turn turn) {
    return appended -> {
      visible.accept(appended.state());
      Outcome kept = Replay.kept(appended.result(), appended.observation(), appended.repeated());
      return event.write(null).chain(() -> turn.alongside(kept));
    };
  }

  /** To somebody else's record nothing is added. */
  private Uni<Void> submittable(RecordId id) {
    return visibility.isLimited()
        ? records.find(id).invoke(visibility::requireUnlessAbsent).replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private Response answer(Appended appended) {
    RefreshView view =
        new RefreshView(
            appended.result(),
            views.of(appended.state()),
            ObservationView.of(appended.observation()));
    if (appended.repeated()) {
      return Response.ok(view).build();
    }
    String record = "/v1/document-liveness/" + appended.state().id();
    URI location = URI.create(record + "/observations/" + appended.observation().number());
    return Response.created(location).entity(view).build();
  }
}
