package io.livenessledger.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one way from a failure to an answer: whatever was thrown becomes a problem document. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  /** What the HTTP server says of a chunked body that grows over its limit. */
  private static final String REQUEST_TOO_LARGE = "Request too large";

  // The framework has mappers of its own for the narrower types, so they are named here
  @ServerExceptionMapper({
    Throwable.class,
    WebApplicationException.class,
    NotFoundException.class,
    ForbiddenException.class,
    MismatchedInputException.class
  })
  public Response map(Throwable failure, RoutingContext context) {
    return answer(problemOf(failure), context).build();
  }

  /** Whatever is wrong with credentials, and also when the issuer that could tell is down. */
  @ServerExceptionMapper({
    UnauthorizedException.class,
    AuthenticationFailedException.class,
    OIDCException.class
  })
  public Uni<Response> mapUnauthenticated(RuntimeException failure, RoutingContext context) {
    Problem problem = Problem.of(ProblemCode.UNAUTHENTICATED, "Missing or invalid credentials.");
    HttpAuthenticator authenticator = context.get(HttpAuthenticator.class.getName());
    if (authenticator == null) {
      return Uni.createFrom().item(answer(problem, context).build());
    }
    return authenticator
        .getChallenge(context)
        .onFailure(OIDCException.class)
        .recoverWithItem(new ChallengeData(401, HttpHeaders.WWW_AUTHENTICATE, "Bearer"))
        .map(challenge -> challenged(answer(problem, context), challenge));
  }

  private static Response challenged(Response.ResponseBuilder answer, ChallengeData challenge) {
    if (challenge == null || challenge.getHeaders().isEmpty()) {
      // TLS asks for certificates itself, but a 401 has to name a way (RFC 9110 §15.5.2)
      return answer.header(HttpHeaders.WWW_AUTHENTICATE, "X509").build();
    }
    challenge.getHeaders().forEach((name, value) -> answer.header(name.toString(), value));
    return answer.build();
  }

  private static Response.ResponseBuilder answer(Problem problem, RoutingContext context) {
    if (problem.code() == ProblemCode.INTERNAL) {
      LOG.error("Unexpected failure", problem.getCause());
    } else if (problem.code().status() >= 500) {
      LOG.warnf("%s: %s%s", problem.code().code(), problem.detail(), rootCause(problem));
    }
    Response.ResponseBuilder answer =
        Response.status(problem.code().status())
            .type(ProblemDocument.MEDIA_TYPE)
            .entity(ProblemDocument.of(problem, RequestId.of(context)));
    problem.retryAfter().ifPresent(d -> answer.header(HttpHeaders.RETRY_AFTER, wholeSeconds(d)));
    return answer;
  }

  /** Its type alone: a foreign message may hold anything. */
  private static String rootCause(Problem problem) {
    Throwable cause = problem.getCause();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause == null ? "" : " (" + cause.getClass().getName() + ")";
  }

  /** At least one second, rounded up: a caller that obeys never comes too early. */
  private static long wholeSeconds(Duration delay) {
    return Math.max(1, delay.plusMillis(999).toSeconds());
  }

  private static Problem problemOf(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof Problem problem) {
        return problem;
      }
    }
    if (failure instanceof IOException && REQUEST_TOO_LARGE.equals(failure.getMessage())) {
      return ofStatus(413, failure);
    }
    if (failure instanceof ForbiddenException) {
      return Problem.of(ProblemCode.FORBIDDEN, "The caller's roles do not allow this.");
    }
    if (failure instanceof MismatchedInputException) {
      // Its message quotes the body
      return ofStatus(400, failure);
    }
    if (failure instanceof WebApplicationException framework) {
      return ofStatus(framework.getResponse().getStatus(), failure);
    }
    return Problem.of(ProblemCode.INTERNAL, "The failure was logged under this request id.")
        .causedBy(failure);
  }

  private static Problem ofStatus(int status, Throwable failure) {
    return switch (status) {
      case 400 -> Problem.of(ProblemCode.INVALID_PARAMETER, "The request is malformed.");
      case 404 -> Problem.of(ProblemCode.NOT_FOUND, "No resource stands at this address.");
      case 405 -> Problem.of(ProblemCode.METHOD_NOT_ALLOWED, "Try another method here.");
      case 406 -> Problem.of(ProblemCode.NOT_ACCEPTABLE, "Widen the Accept header.");
      case 413 -> Problem.of(ProblemCode.BODY_TOO_LARGE, "The request body is over the limit.");
      case 415 -> Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
      default ->
          Problem.of(ProblemCode.INTERNAL, "The failure was logged under this request id.")
              .causedBy(failure);
    };
  }
}
