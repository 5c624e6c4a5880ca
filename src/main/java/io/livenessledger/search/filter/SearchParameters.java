package io.livenessledger.search.filter;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.NUMBER;

import io.livenessledger.problem.Problem;
import io.livenessledger.record.history.Content.Family;
import io.livenessledger.record.memento.AsOf;
import io.livenessledger.record.state.RecordState.Upstream;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The query parameters that choose a population. Values of the same parameter mean <em>or</em>,
 * different parameters mean <em>and</em>.
 */
public class SearchParameters {
  private static final String FIRST = "The first instant (RFC 3339).";
  private static final String END = "The first instant that is too late (RFC 3339).";
  private static final String EXAMPLE = "2026-11-01T00:00:00Z";

  @Parameter(description = "The vendor's client id; repeatable, like all that are lists.")
  @QueryParam("client")
  List<String> client;

  @Parameter(description = "The vendor's app registration id.")
  @QueryParam("appRegistration")
  List<String> appRegistration;

  @Parameter(description = "An open set: new, processing, completed, failed.")
  @QueryParam("status")
  List<String> status;

  @Parameter(description = "The vendor's verdict: true, false, or unknown where it gave none.")
  @QueryParam("live")
  List<String> live;

  @Parameter(description = "NESTED or FLAT.")
  @QueryParam("family")
  List<String> family;

  @Parameter(description = "PRESENT or GONE: whether the vendor had the record when last asked.")
  @QueryParam("upstream")
  List<String> upstream;

  @Parameter(description = "A check that did not pass: " + Checks.NAMES)
  @QueryParam("failedCheck")
  List<String> failedCheck;

  @Parameter(description = "A check that ran: " + Checks.NAMES)
  @QueryParam("ranCheck")
  List<String> ranCheck;

  @Parameter(description = "A warning of any check, such as GLARE_ON_IMAGE; an open set.")
  @QueryParam("warning")
  List<String> warning;

  @Parameter(description = "An error of any check, such as DOCUMENT_NOT_FOUND; an open set.")
  @QueryParam("error")
  List<String> error;

  @Parameter(description = "A check and its level, such as screenReplay:HARD.")
  @QueryParam("calibration")
  List<String> calibration;

  @Parameter(description = "The smallest.", schema = @Schema(type = NUMBER))
  @QueryParam("riskScoreMin")
  String riskScoreMin;

  @Parameter(description = "The largest.", schema = @Schema(type = NUMBER))
  @QueryParam("riskScoreMax")
  String riskScoreMax;

  @Parameter(description = "The smallest.", schema = @Schema(type = NUMBER))
  @QueryParam("confidenceMin")
  String confidenceMin;

  @Parameter(description = "The largest.", schema = @Schema(type = NUMBER))
  @QueryParam("confidenceMax")
  String confidenceMax;

  @Parameter(description = "The smallest.", schema = @Schema(type = NUMBER))
  @QueryParam("aggregateProbabilityMin")
  String aggregateProbabilityMin;

  @Parameter(description = "The largest.", schema = @Schema(type = NUMBER))
  @QueryParam("aggregateProbabilityMax")
  String aggregateProbabilityMax;

  @Parameter(description = FIRST, example = EXAMPLE)
  @QueryParam("createdFrom")
  String createdFrom;

  @Parameter(description = END, example = EXAMPLE)
  @QueryParam("createdTo")
  String createdTo;

  @Parameter(description = FIRST, example = EXAMPLE)
  @QueryParam("completedFrom")
  String completedFrom;

  @Parameter(description = END, example = EXAMPLE)
  @QueryParam("completedTo")
  String completedTo;

  @Parameter(description = FIRST, example = EXAMPLE)
  @QueryParam("observedFrom")
  String observedFrom;

  @Parameter(description = END, example = EXAMPLE)
  @QueryParam("observedTo")
  String observedTo;

  @Parameter(description = "true: with more than one revision; false: with one.")
  @QueryParam("changed")
  String changed;

  @Parameter(description = "The stale ones: last observed before this instant.", example = EXAMPLE)
  @QueryParam("observedBefore")
  String observedBefore;

  @Parameter(
      description =
          "The population as it was known at this instant (RFC 3339), by the time of storing; not"
              + " in the future.",
      example = EXAMPLE)
  @QueryParam(AsOf.PARAMETER)
  String asOf;

  /**
   * The filter.
   *
   * @param scope clients whose records there are for the caller; null for all
   * @param now what is after it is no {@code asOf}
   * @throws Problem {@code invalid-parameter}, naming the parameter and what it may be
   */
  public Filter filter(Set<String> scope, Instant now) {
    return new Filter(
        scope,
        Words.any("client", client),
        Words.any("appRegistration", appRegistration),
        Words.any("status", status),
        Words.verdicts("live", live),
        Words.oneOf("family", Family.values(), family),
        Words.oneOf("upstream", Upstream.values(), upstream),
        Checks.any("failedCheck", failedCheck),
        Checks.any("ranCheck", ranCheck),
        Words.any("warning", warning),
        Words.any("error", error),
        Checks.calibrations("calibration", calibration),
        NumberRange.of("riskScore", riskScoreMin, riskScoreMax),
        NumberRange.of("confidence", confidenceMin, confidenceMax),
        NumberRange.of("aggregateProbability", aggregateProbabilityMin, aggregateProbabilityMax),
        Interval.of("created", createdFrom, createdTo),
        Interval.of("completed", completedFrom, completedTo),
        Interval.of("observed", observedFrom, observedTo)
            .endingBefore("observedBefore", observedBefore),
        Words.flag("changed", changed),
        AsOf.past(asOf, now));
  }
}
