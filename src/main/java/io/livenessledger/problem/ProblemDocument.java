package io.livenessledger.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * The problem document on the wire, {@code application/problem+json} (RFC 9457).
 *
 * @param instance the request id
 * @param errors one entry for each parameter at fault, absent when none is
 * @param members extension members, written beside the others
 */
// Written by Jackson for any endpoint, and by none that names it
@RegisterForReflection
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "errors"})
public record ProblemDocument(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ParameterError> errors,
    @JsonAnyGetter Map<String, Object> members) {

  /** The media type of every problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The document of a problem that a request with this id ran into. */
  public static ProblemDocument of(Problem problem, String requestId) {
    ProblemCode code = problem.code();
    return new ProblemDocument(
        code.type(),
        code.title(),
        code.status(),
        problem.detail(),
        requestId,
        problem.errors(),
        problem.members());
  }
}
