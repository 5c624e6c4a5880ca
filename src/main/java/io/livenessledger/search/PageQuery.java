package io.livenessledger.search;

import io.livenessledger.problem.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that say how a population is listed. */
public class PageQuery {
  @Parameter(
      description =
          "Record ids break ties; records without a value come last in both directions (a leading"
              + " minus is descending).",
      schema =
          @Schema(
              enumeration = {
                "createdAt",
                "-createdAt",
                "observedAt",
                "-observedAt",
                "riskScore",
                "-riskScore",
                "aggregateProbability",
                "-aggregateProbability"
              },
              defaultValue = "-createdAt"))
  @QueryParam("sort")
  @DefaultValue("-createdAt")
  String sort;

  @Parameter(
      description =
          "Whether to say how many records the filter finds: exactly, which can take long, or as"
              + " the database estimates.",
      schema =
          @Schema(
              enumeration = {"exact", "estimate", "none"},
              defaultValue = "none"))
  @QueryParam("count")
  @DefaultValue("none")
  String count;

  /** How a population is counted. */
  enum Count {
    EXACT,
    ESTIMATE,
    NONE;

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whether and how to count.
   *
   * @throws Problem {@code invalid-parameter}
   */
  Count counting() {
    return Arrays.stream(Count.values())
        .filter(value -> value.text().equals(count))
        .findFirst()
        .orElseThrow(
            () -> Problem.invalidParameter("count", "must be one of [exact, estimate, none]"));
  }
}
