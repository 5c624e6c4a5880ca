package io.livenessledger.record;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.current.Records;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.memento.AsOf;
import io.livenessledger.record.memento.Mementos;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.record.state.RecordState.Upstream;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads records from the store; never calls the vendor. */
@Path("/v1/document-liveness")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Records")
public class RecordResource {

  private static final String INSTANT =
      "Answers with what was known at this instant (RFC 3339), not in the future.";
  private static final String DATE = "The same by a date in a header (RFC 7089).";
  private static final String NOT_YET =
      "At that instant nothing was known of this record: its first observation was stored later.";

  private final Records records;
  private final RecordViews views;
  private final Visibility visibility;
  private final Clock clock;

  RecordResource(Records records, RecordViews views, Visibility visibility, Clock clock) {
    this.records = records;
    this.views = views;
    this.visibility = visibility;
    this.clock = clock;
  }

  @GET
  @Path("/{id}")
  @Audited(Action.READ_RECORD)
  @Operation(
      operationId = "readRecord",
      summary = "Read a record",
      description =
          "The record as stored; the vendor is not called. The entity tag is the digest of the"
              + " content, so it changes with every revision, and also when the vendor no longer"
              + " has the record. With asOf or Accept-Datetime it is what was known at that instant,"
              + " by the time of storing, with Memento-Datetime and links (RFC 7089). What was"
              + " stored in the last quarter of a minute may still be on its way.",
      extensions =
          @Extension(
              name = "x-problems",
              value = "invalid-record-id invalid-parameter record-not-found"))
  @APIResponse(
      responseCode = "200",
      description = "The record.",
      headers = {
        @Header(
            name = "ETag",
            description = "Digest of the content.",
            schema = @Schema(implementation = String.class)),
        @Header(
            name = "Memento-Datetime",
            description = "Of an earlier state: since when it was known.",
            schema = @Schema(implementation = String.class))
      },
      content =
          @Content(
              schema = @Schema(implementation = RecordView.class),
              examples = @ExampleObject(name = "nested", ref = "record")))
  @APIResponse(responseCode = "304", description = "The entity tag in If-None-Match still holds.")
  public Uni<Response> read(
      RecordId id,
      @Parameter(description = INSTANT, example = "2026-11-01T00:00:00Z")
          @QueryParam(AsOf.PARAMETER)
          String asOf,
      @Parameter(description = DATE, example = "Sun, 01 Nov 2026 00:00:00 GMT")
          @HeaderParam(AsOf.HEADER)
          String date,
      @HeaderParam(HttpHeaders.IF_NONE_MATCH) List<String> known) {
    Uni<RecordState> now = records.get(id).map(visibility::require);
    return AsOf.of(asOf, date, clock.instant())
        .map(then -> now.chain(() -> known(id, then)).map(state -> memento(state, then, known)))
        .orElseGet(() -> now.map(state -> answer(state, views::of, known).build()));
  }

  /** Both whose it is and whose it was must be visible. */
  private Uni<RecordState> known(RecordId id, AsOf then) {
    return records
        .findAsOf(id, then.instant())
        .onItem()
        .ifNull()
        .failWith(() -> Problem.of(ProblemCode.RECORD_NOT_FOUND, NOT_YET))
        .map(visibility::require);
  }

  private Response memento(RecordState state, AsOf then, List<String> known) {
    return Mementos.headers(
            answer(state, views.asOf(then.instant()), known), state.id(), state.storedAt(), then)
        .build();
  }

  private static Response.ResponseBuilder answer(
      RecordState state, Function<RecordState, RecordView> view, List<String> known) {
    EntityTag tag = tag(state);
    return isAmong(known, tag)
        ? Response.notModified(tag)
        : Response.ok(view.apply(state)).tag(tag);
  }

  /** RFC 9110 §13.1.2. The framework's own evaluation knows neither lists nor the asterisk. */
  private static boolean isAmong(List<String> known, EntityTag tag) {
    String quoted = '"' + tag.getValue() + '"';
    return known.stream()
        .flatMap(line -> Stream.of(line.split(",")))
        .map(String::strip)
        .anyMatch(t -> t.equals("*") || t.equals(quoted) || t.equals("W/" + quoted));
  }

  /** A record that is gone has another tag: a 304 must not hide the news. */
  private static EntityTag tag(RecordState state) {
    String digest = state.content().digest().hex();
    return new EntityTag(state.upstream() == Upstream.GONE ? digest + "-gone" : digest);
  }
}
