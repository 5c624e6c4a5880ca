package io.livenessledger.search;

import io.livenessledger.access.Access;
import io.livenessledger.paging.NextLink;
import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.record.RecordView;
import io.livenessledger.search.Lookup.Result;
import io.livenessledger.search.Lookup.Wanted;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.filter.SearchParameters;
import io.livenessledger.search.replica.ReplicaLag;
import io.livenessledger.search.sql.Sort;
import io.livenessledger.search.statistics.Counting;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds records in the store. */
@Path("/v1/document-liveness")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Records")
public class SearchResource {
  private final Search search;
  private final Counting counting;
  private final Lookup lookup;
  private final ReplicaLag lag;
  private final Access access;

  SearchResource(Search search, Counting counting, Lookup lookup, ReplicaLag lag, Access access) {
    this.search = search;
    this.counting = counting;
    this.lookup = lookup;
    this.lag = lag;
    this.access = access;
  }

  @GET
  @Audited(Action.LIST_RECORDS)
  @Operation(
      operationId = "listRecords",
      summary = "Search records",
      description =
          "Newest first by the vendor's creation time, unless another order is asked for. Values of"
              + " one filter mean or, different filters mean and; intervals contain their first"
              + " instant and not their last. A record that does not change while one pages is on"
              + " exactly one page. Page tokens live for a day and belong to their filter and"
              + " order.",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter invalid-page-token"))
  @APIResponse(
      responseCode = "200",
      description = "A page of records.",
      headers = {
        @Header(
            name = "Link",
            description = "rel=next leads to the next page, if there is one.",
            schema = @Schema(implementation = String.class)),
        @Header(
            name = ReplicaLag.HEADER,
            description = "Seconds that a read replica is behind; absent where none answers.",
            schema = @Schema(implementation = String.class))
      },
      content =
          @Content(
              schema = @Schema(implementation = SearchPage.class),
              examples = @ExampleObject(name = "one record", ref = "records")))
  public Uni<Response> list(
      @BeanParam SearchParameters asked,
      @BeanParam PageQuery query,
      @BeanParam PageParameters page,
      @Context UriInfo uri) {
    Filter filter = search.filter(asked);
    Sort sort = Sort.of("sort", query.sort);
    PageQuery.Count count = query.counting();
    return search
        .page(filter, sort, page)
        .invoke(this::shows)
        .chain(found -> counted(filter, count).map(n -> answer(found, n, uri)))
        .chain(lag::told);
  }

  private Uni<Long> counted(Filter filter, PageQuery.Count count) {
    return switch (count) {
      case EXACT -> counting.exact(filter);
      case ESTIMATE -> counting.estimate(filter);
      case NONE -> Uni.createFrom().nullItem();
    };
  }

  private void shows(Page<RecordView> page) {
    access.shows(page.items().stream().map(record -> record.id().value()).toList());
    access.counts(page.items().size());
  }

  private static Response.ResponseBuilder answer(Page<RecordView> page, Long count, UriInfo uri) {
    SearchPage shown = new SearchPage(page.items(), page.nextPageToken(), count);
    return NextLink.to(page, uri, Response.ok(shown));
  }

  @POST
  @Path("/lookup")
  @Consumes(MediaType.APPLICATION_JSON)
  @Audited(Action.LOOK_UP_RECORDS)
  @Operation(
      operationId = "lookUpRecords",
      summary = "Read many records by their ids",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter"))
  @APIResponse(
      responseCode = "200",
      description = "Those that were found, and the ids of those that were never stored.",
      content =
          @Content(
              schema = @Schema(implementation = Result.class),
              examples = @ExampleObject(name = "one of each", ref = "lookup")))
  public Uni<Response> lookUp(Wanted wanted) {
    return lookup.find(wanted).invoke(this::shows).map(result -> Response.ok(result).build());
  }

  private void shows(Result result) {
    List<String> found = result.found().stream().map(record -> record.id().value()).toList();
    access.shows(found);
    access.counts(found.size());
  }
}
