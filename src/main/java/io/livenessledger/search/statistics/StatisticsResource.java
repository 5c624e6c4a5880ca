package io.livenessledger.search.statistics;

import io.livenessledger.access.Access;
import io.livenessledger.problem.Problem;
import io.livenessledger.record.Visibility;
import io.livenessledger.search.filter.SearchParameters;
import io.livenessledger.search.replica.ReplicaLag;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells what the records of the store are made of. */
@Path("/v1/document-liveness/statistics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Records")
public class StatisticsResource {
  private static final List<String> PERIODS = List.of("day", "week", "month");

  private final Statistics statistics;
  private final Visibility visibility;
  private final Access access;
  private final ReplicaLag lag;
  private final Clock clock;

  StatisticsResource(
      Statistics statistics, Visibility visibility, Access access, ReplicaLag lag, Clock clock) {
    this.statistics = statistics;
    this.visibility = visibility;
    this.access = access;
    this.lag = lag;
    this.clock = clock;
  }

  @GET
  @Audited(Action.READ_STATISTICS)
  @Operation(
      operationId = "readStatistics",
      summary = "Count records",
      description =
          "Takes the filters of a search. Counts come from kept ones where the filter asks for no"
              + " scores, app registrations, completion or times of day, and for nothing earlier;"
              + " these are exact and as of this moment, less the replica's lag where one answers."
              + " What else is asked for is counted, exactly up to 50,000 records; of more, and where"
              + " the kept counts would take longer than a second, a fixed 128th part of the records"
              + " is counted. source says so, and a search with count=exact has the exact number."
              + " Percentiles are of all records up to 50,000, of more of the same 128th part.",
      extensions = @Extension(name = "x-problems", value = "invalid-parameter"))
  @APIResponse(
      responseCode = "200",
      description = "The population in numbers.",
      headers =
          @Header(
              name = ReplicaLag.HEADER,
              description = "Seconds that a read replica is behind; absent where none answers.",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = StatisticsView.class),
              examples = @ExampleObject(name = "two records", ref = "statistics")))
  public Uni<Response> read(
      @BeanParam SearchParameters asked,
      @Parameter(
              description = "How creation and observation times are grouped.",
              schema =
                  @Schema(
                      enumeration = {"day", "week", "month"},
                      defaultValue = "month"))
          @QueryParam("period")
          @DefaultValue("month")
          String period) {
    if (!PERIODS.contains(period)) {
      throw Problem.invalidParameter("period", "must be one of " + PERIODS);
    }
    return statistics
        .of(asked.filter(visibility.clients().orElse(null), clock.instant()), period)
        .invoke(view -> access.counts(Math.toIntExact(Math.min(view.count(), Integer.MAX_VALUE))))
        .map(Response::ok)
        .chain(lag::told);
  }
}
