package io.livenessledger.record;

import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.memento.Mementos;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells which earlier states of a record can be read. */
@Path("/v1/document-liveness/{id}/timemap")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "History")
public class TimemapResource {
  private final RecordHistory history;

  TimemapResource(RecordHistory history) {
    this.history = history;
  }

  @GET
  @Produces(Mementos.LINK_FORMAT)
  @Audited(Action.LIST_STATES)
  @Operation(
      operationId = "listStates",
      summary = "List the record's states in time",
      description =
          "A TimeMap (RFC 7089): one link for each observation that established a state, oldest"
              + " first, with the time since when it was known. The last link leads to the next"
              + " part, if there is one.",
      extensions =
          @Extension(
              name = "x-problems",
              value = "invalid-record-id invalid-parameter invalid-page-token record-not-found"))
  @APIResponse(
      responseCode = "200",
      description = "Links.",
      content =
          @Content(
              mediaType = Mementos.LINK_FORMAT,
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "one state", ref = "timemap")))
  public Uni<String> states(RecordId id, @BeanParam PageParameters page) {
    return history
        .states(id, page)
        .map(states -> Mementos.map(id, states.items(), next(id, states)));
  }

  private static String next(RecordId id, Page<Observation> states) {
    return states.nextPageToken() == null
        ? null
        : Mementos.timemap(id) + "?pageToken=" + states.nextPageToken();
  }
}
