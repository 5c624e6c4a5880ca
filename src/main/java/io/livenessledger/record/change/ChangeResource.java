package io.livenessledger.record.change;

import io.livenessledger.access.Access;
import io.livenessledger.access.stream.Streamed;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What changed, for those who follow. */
@Path("/v1/changes")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "History")
public class ChangeResource {
  private static final List<Variant> FORMS =
      Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.SERVER_SENT_EVENTS_TYPE)
          .build();

  private final Feed feed;
  private final Access access;

  ChangeResource(Feed feed, Access access) {
    this.feed = feed;
    this.access = access;
  }

  @GET
  @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
  @Audited(Action.FOLLOW_CHANGES)
  @Operation(
      operationId = "followChanges",
      summary = "Follow what changes",
      description =
          "New revisions, and records that the vendor has no longer or again, in the order of the"
              + " log: whoever goes on with next misses none and gets none twice, whatever is"
              + " written meanwhile. A change is there as soon as its observation has its leaf."
              + " next is opaque, never expires, and stays the same when there is nothing more for"
              + " now; a page without items and with another next has passed records by that the"
              + " caller may not see. As text/event-stream the answer goes on with what comes; it"
              + " ends after 15 minutes, so that whether the caller may is asked anew, and clients"
              + " come back by themselves with Last-Event-ID.",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter invalid-page-token"))
  @APIResponse(
      responseCode = "200",
      description = "A page of changes, or a stream of them.",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ChangePage.class),
            examples = @ExampleObject(name = "one change", ref = "changes")),
        @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "one change", ref = "changeEvents"))
      })
  public Uni<Response> changes(@BeanParam ChangeParameters asked, @Context Request request) {
    if (isForStream(request)) {
      return feed.stream(asked.streamCursor(), asked.size()).map(ChangeResource::streamed);
    }
    return feed.page(asked.pageCursor(), asked.size(), asked.patience())
        .invoke(this::shows)
        .map(page -> Response.ok(page, MediaType.APPLICATION_JSON))
        .map(answer -> answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build());
  }

  private static boolean isForStream(Request request) {
    Variant form = request.selectVariant(FORMS);
    return form != null && form.getMediaType().equals(MediaType.SERVER_SENT_EVENTS_TYPE);
  }

  private void shows(ChangePage page) {
    access.shows(page.items().stream().map(c -> c.recordId().value()).distinct().toList());
    access.counts(page.items().size());
  }

  private static Response streamed(Streamed events) {
    return Response.ok(events, MediaType.SERVER_SENT_EVENTS)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        // Proxies that collect answers would keep events back
        .header("X-Accel-Buffering", "no")
        .build();
  }
}
