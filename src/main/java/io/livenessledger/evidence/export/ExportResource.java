package io.livenessledger.evidence.export;

import io.livenessledger.evidence.export.Export.Begun;
import io.livenessledger.evidence.export.ExportParameters.Format;
import io.livenessledger.ledger.Compressed;
import io.livenessledger.search.filter.SearchParameters;
import io.livenessledger.search.replica.ReplicaLag;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Exports whole populations. */
@Path("/v1/exports/document-liveness")
@RolesAllowed(Roles.AUDITOR)
@Tag(name = "Evidence")
public class ExportResource {
  private static final String NDJSON = "application/x-ndjson";
  private static final String CSV = "text/csv";

  private final Export export;
  private final ReplicaLag lag;

  ExportResource(Export export, ReplicaLag lag) {
    this.export = export;
    this.lag = lag;
  }

  @GET
  @Produces({NDJSON, CSV})
  @Audited(Action.EXPORT_RECORDS)
  @Operation(
      operationId = "exportRecords",
      summary = "Export records",
      description =
          "Takes the filters of a search. The records as they were known at one instant (asOf, else"
              + " now) in the order of their ids. The last line of NDJSON, the trailer"
              + " Export-Manifest of CSV, is the manifest: how many, of which question, between"
              + " which leaves of the log, with a checkpoint and the SHA-256 of all before it. An"
              + " export without it is not whole: ask again with exportToken and after. Columns of"
              + " CSV are only ever added, at the end; a text that a spreadsheet would take for a"
              + " formula has an apostrophe before it.",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter invalid-page-token"))
  @APIResponse(
      responseCode = "200",
      description = "The lines.",
      headers = {
        @Header(
            name = "Export-Token",
            description = "With it an export that was broken off can be gone on with.",
            schema = @Schema(implementation = String.class)),
        @Header(
            name = ReplicaLag.HEADER,
            description =
                "Seconds that a read replica is behind; absent where none answers. What was known at"
                    + " the export's instant has arrived there.",
            schema = @Schema(implementation = String.class))
      },
      content = {
        @Content(
            mediaType = NDJSON,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "one record", ref = "exportLines")),
        @Content(
            mediaType = CSV,
            schema = @Schema(implementation = String.class),
            examples = @ExampleObject(name = "one record", ref = "exportRows"))
      })
  public Uni<Response> export(
      @BeanParam SearchParameters asked,
      @BeanParam ExportParameters how,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Parameter(hidden = true) String encodings,
      @Context UriInfo uri) {
    boolean gzip = Compressed.acceptsGzip(encodings);
    return export
        .begin(asked, how, uri.getQueryParameters())
        .map(begun -> answer(begun, gzip))
        .chain(lag::told);
  }

  private static Response.ResponseBuilder answer(Begun begun, boolean gzip) {
    Response.ResponseBuilder answer =
        Response.ok(gzip ? begun.lines().compressed() : begun.lines())
            .type(begun.format().mediaType())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .header(HttpHeaders.CONTENT_ENCODING, gzip ? "gzip" : null)
            .header("Export-Token", begun.token());
    return begun.format() == Format.CSV ? answer.header("Trailer", "Export-Manifest") : answer;
  }
}
