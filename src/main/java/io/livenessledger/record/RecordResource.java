package io.livenessledger.record;

import io.livenessledger.access.Access;
import io.livenessledger.paging.NextLink;
import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.paging.PageTokens;
import io.livenessledger.record.current.RecordState;
import io.livenessledger.record.current.RecordState.Upstream;
import io.livenessledger.record.current.Records;
import io.livenessledger.record.current.Records.Position;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reads records from the store; never calls the vendor. */
@Path("/v1/document-liveness")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Records")
public class RecordResource {
  private static final String LIST = "records";

  private final Records records;
  private final RecordViews views;
  private final Visibility visibility;
  private final PageTokens tokens;
  private final Access access;

  RecordResource(
      Records records, RecordViews views, Visibility visibility, PageTokens tokens, Access access) {
    this.records = records;
    this.views = views;
    this.visibility = visibility;
    this.tokens = tokens;
    this.access = access;
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
              + " has the record.",
      extensions = @Extension(name = "x-problems", value = "invalid-record-id record-not-found"))
  @APIResponse(
      responseCode = "200",
      description = "The record.",
      headers =
          @Header(
              name = "ETag",
              description = "Digest of the content.",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RecordView.class),
              examples = @ExampleObject(name = "nested", ref = "record")))
  @APIResponse(responseCode = "304", description = "The entity tag in If-None-Match still holds.")
  public Uni<Response> read(
      RecordId id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) List<String> known) {
    return records.get(id).map(visibility::require).map(state -> answer(state, known));
  }

  private Response answer(RecordState state, List<String> known) {
    EntityTag tag = tag(state);
    return isAmong(known, tag)
        ? Response.notModified(tag).build()
        : Response.ok(views.of(state)).tag(tag).build();
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

  @GET
  @Audited(Action.LIST_RECORDS)
  @Operation(
      operationId = "listRecords",
      summary = "List records",
      description = "Newest first by the vendor's creation time; those without one come last.",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter invalid-page-token"))
  @APIResponse(
      responseCode = "200",
      description = "A page of records.",
      headers =
          @Header(
              name = "Link",
              description = "rel=next leads to the next page, if there is one.",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = RecordPage.class),
              examples = @ExampleObject(name = "one record", ref = "records")))
  public Uni<Response> list(@BeanParam PageParameters page, @Context UriInfo uri) {
    int size = page.size();
    return found(page.token(), size + 1)
        .map(states -> Page.of(states, size, this::token).map(views::of))
        .invoke(shown -> access.shows(shown.items().stream().map(r -> r.id().value()).toList()))
        .map(found -> NextLink.to(found, uri, Response.ok(found)).build());
  }

  private Uni<List<RecordState>> found(String pageToken, int limit) {
    return pageToken == null
        ? records.newest(visibility.clients(), limit)
        : records.newestAfter(position(pageToken), visibility.clients(), limit);
  }

  private String token(RecordState last) {
    Position position = Position.of(last);
    return tokens.encode(LIST, position.listedAt().toString(), position.id());
  }

  private Position position(String pageToken) {
    List<String> keys = tokens.position(LIST, pageToken, 2);
    return new Position(Instant.parse(keys.get(0)), keys.get(1));
  }

  /** For the documentation: what a page of records looks like. */
  @Schema(name = "RecordPage")
  record RecordPage(List<RecordView> items, @Schema(nullable = true) String nextPageToken) {}
}
