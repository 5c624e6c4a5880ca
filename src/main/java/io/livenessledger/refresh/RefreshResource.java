package io.livenessledger.refresh;

import io.livenessledger.access.Access;
import io.livenessledger.access.idempotency.Idempotency;
import io.livenessledger.intake.Origin;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.RequestId;
import io.livenessledger.record.ObservationView;
import io.livenessledger.record.RecordView;
import io.livenessledger.record.RecordViews;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Caller;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Asks the vendor, because a caller wants to know now. */
@Path("/v1/document-liveness")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Refresh")
public class RefreshResource {
  private static final byte[] NO_BODY = new byte[0];

  private final Refresh refresh;
  private final RecordViews views;
  private final RequestId requestId;
  private final Caller caller;
  private final Access access;
  private final Idempotency idempotency;

  RefreshResource(
      Refresh refresh,
      RecordViews views,
      RequestId requestId,
      Caller caller,
      Access access,
      Idempotency idempotency) {
    this.refresh = refresh;
    this.views = views;
    this.requestId = requestId;
    this.caller = caller;
    this.access = access;
    this.idempotency = idempotency;
  }

  @POST
  @Path("/{id}/refresh")
  @Audited(Action.REFRESH_RECORD)
  @Operation(
      operationId = "refreshRecord",
      summary = "Refresh a record from the vendor",
      description =
          "Fetches the record now and appends the observation. Concurrent refreshes of one record"
              + " share one vendor call, one observation and one answer. When the vendor fails the"
              + " problem's member stored says what is still stored.",
      extensions =
          @Extension(
              name = "x-problems",
              value =
                  "invalid-record-id invalid-parameter vendor-record-not-found vendor-token-rejected"
                      + " vendor-rejected vendor-answer-unreadable vendor-unavailable vendor-rate-limited"
                      + " vendor-not-configured vendor-timeout conflict idempotency-key-reused"))
  @APIResponse(
      responseCode = "200",
      description = "What was found; or what is stored, where the parameters ask for that.",
      content =
          @Content(
              schema = @Schema(implementation = RefreshView.class),
              examples = @ExampleObject(name = "unchanged", ref = "unchanged")))
  @APIResponse(
      responseCode = "201",
      description = "The record is stored for the first time.",
      headers =
          @Header(
              name = "Location",
              description = "The record.",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RefreshView.class),
              examples = @ExampleObject(name = "new", ref = "new")))
  public Uni<Response> refresh(
      RecordId id,
      @Parameter(
              description =
                  "ISO 8601 duration: answer from the store when our latest fetch is younger.",
              example = "PT10M")
          @QueryParam("ifOlderThan")
          @DefaultValue("PT0S")
          String ifOlderThan,
      @Parameter(
              description = "When the vendor fails: fail, or answer with what is stored, as STALE.",
              schema = @Schema(enumeration = {"fail", "stored"}))
          @QueryParam("onError")
          @DefaultValue("fail")
          String onError) {
    Duration age = age(ifOlderThan);
    OnError fallback = OnError.parse(onError);
    Origin origin = new Origin(requestId.current(), caller.name());
    Access.ChangeEvent event = access.changeEvent();
    return idempotency.once(
        NO_BODY,
        turn -> refresh.refresh(id, age, fallback, origin, event, turn).map(this::answer),
        kept -> refresh.again(kept).map(this::answer));
  }

  private Response answer(Refreshed refreshed) {
    RecordView record =
        refreshed.stale() ? views.stale(refreshed.state()) : views.of(refreshed.state());
    RefreshView view =
        new RefreshView(refreshed.result(), record, ObservationView.of(refreshed.observation()));
    if (refreshed.result() == RefreshResult.NEW) {
      return Response.created(URI.create("/v1/document-liveness/" + record.id()))
          .entity(view)
          .build();
    }
    return Response.ok(view).build();
  }

  private static Duration age(String text) {
    try {
      Duration age = Duration.parse(text);
      if (!age.isNegative() && age.compareTo(Duration.ofDays(36500)) <= 0) {
        return age;
      }
    } catch (DateTimeException notADuration) {
      // the same problem as for a negative one
    }
    throw Problem.invalidParameter(
        "ifOlderThan", "must be an ISO 8601 duration, 0 or more, such as PT10M");
  }
}
