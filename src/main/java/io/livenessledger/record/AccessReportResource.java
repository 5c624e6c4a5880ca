package io.livenessledger.record;

import io.livenessledger.access.AccessReports;
import io.livenessledger.access.AccessReports.AccessEntry;
import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the person whose document it is may be told. */
@Path("/v1/document-liveness/{id}/access-report")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDITOR)
@Tag(name = "Access")
public class AccessReportResource {
  private final RecordHistory history;
  private final AccessReports reports;

  AccessReportResource(RecordHistory history, AccessReports reports) {
    this.history = history;
    this.reports = reports;
  }

  @GET
  @Audited(Action.REPORT_ACCESS)
  @Operation(
      operationId = "reportAccess",
      summary = "Report to the data subject who accessed the record",
      description =
          "Dates, purposes and categories of accessors, newest first; names nobody of the staff.",
      extensions =
          @Extension(
              name = "x-problems",
              value = "invalid-record-id invalid-parameter invalid-page-token record-not-found"))
  @APIResponse(
      responseCode = "200",
      description = "A page of accesses.",
      content =
          @Content(
              schema = @Schema(implementation = AccessReportPage.class),
              examples = @ExampleObject(name = "one access", ref = "accessReport")))
  public Uni<Page<AccessEntry>> report(RecordId id, @BeanParam PageParameters page) {
    return history.observation(id, 1).chain(held -> reports.about(id.value(), page));
  }

  /** For the documentation: what a page of a report looks like. */
  @Schema(name = "AccessReportPage")
  // For its items: Jackson writes them, with all their parts, in a Page
  @RegisterForReflection(registerFullHierarchy = true)
  record AccessReportPage(List<AccessEntry> items, @Schema(nullable = true) String nextPageToken) {}
}
