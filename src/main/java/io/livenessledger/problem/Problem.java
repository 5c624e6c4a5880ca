package io.livenessledger.problem;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A failure that its caller is meant to see, as a problem document (RFC 9457). Immutable.
 *
 * <p>Nothing in it may be personal data: it reaches answers and logs as it stands.
 */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient List<ParameterError> errors;
  private final transient Map<String, Object> members;
  private final Duration retryAfter;

  private Problem(
      ProblemCode code,
      String detail,
      List<ParameterError> errors,
      Map<String, Object> members,
      Duration retryAfter,
      Throwable cause) {
    // The stack of an expected failure says nothing, and costs more than the answer
    super(detail, cause, false, false);
    this.code = code;
    this.errors = errors;
    this.members = members;
    this.retryAfter = retryAfter;
  }

  /** A problem with one sentence for people about this occurrence. */
  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail, List.of(), Map.of(), null, null);
  }

  /** {@code invalid-parameter} for one parameter. */
  public static Problem invalidParameter(String parameter, String detail) {
    return of(ProblemCode.INVALID_PARAMETER, "Parameter " + parameter + ": " + detail)
        .withErrors(List.of(new ParameterError(parameter, detail)));
  }

  /** The same problem with these parameter errors. */
  public Problem withErrors(List<ParameterError> errors) {
    return new Problem(code, detail(), List.copyOf(errors), members, retryAfter, getCause());
  }

  /** The same problem with an extension member (RFC 9457 §3.2). */
  public Problem with(String member, int value) {
    return extended(member, value);
  }

  /** The same problem with an extension member that is an object. */
  public Problem with(String member, ProblemMember value) {
    return extended(member, value);
  }

  private Problem extended(String member, Object value) {
    Map<String, Object> extended = new LinkedHashMap<>(members);
    extended.put(member, value);
    return new Problem(code, detail(), errors, extended, retryAfter, getCause());
  }

  /** The same problem with another detail. */
  public Problem withDetail(String detail) {
    return new Problem(code, detail, errors, members, retryAfter, getCause());
  }

  /** The same problem with a time after which trying again makes sense. */
  public Problem retryAfter(Duration delay) {
    return new Problem(code, detail(), errors, members, delay, getCause());
  }

  /** The same problem with its cause, for the log alone. */
  public Problem causedBy(Throwable cause) {
    return new Problem(code, detail(), errors, members, retryAfter, cause);
  }

  public ProblemCode code() {
    return code;
  }

  public String detail() {
    return getMessage();
  }

  public List<ParameterError> errors() {
    return errors;
  }

  public Map<String, Object> members() {
    return members;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
