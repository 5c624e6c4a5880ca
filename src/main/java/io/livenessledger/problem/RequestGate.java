package io.livenessledger.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.problem.slow.SlowHeads;
import io.livenessledger.problem.slow.SlowRequests;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/**
 * What every request passes before any routing: it gets its request id, its answer gets the headers
 * that hold for all answers, and what is too large is turned away as a problem rather than by the
 * HTTP server's bare status.
 */
@ApplicationScoped
class RequestGate {
  private static final int BEFORE_EVERYTHING = 1000;

  /** The common limit of servers and proxies; Quarkus' own limit is set far above it. */
  static final int MAX_URI_LENGTH = 8192;

  /** Four times what a caller behind two proxies sends. */
  static final int MAX_HEADERS = 100;

  /** Twice what a token of many roles takes, in characters of names and values. */
  static final int MAX_HEADERS_SIZE = 16384;

  private final SlowHeads heads;
  private final SlowRequests slow;
  private final ObjectMapper json;
  private final long maxBodySize;

  RequestGate(
      SlowHeads heads,
      SlowRequests slow,
      ObjectMapper json,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size")
          io.quarkus.runtime.configuration.MemorySize maxBodySize) {
    this.heads = heads;
    this.slow = slow;
    this.json = json;
    this.maxBodySize = maxBodySize.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, BEFORE_EVERYTHING);
  }

  private void pass(RoutingContext context) {
    heads.arrived(context);
    String id = RequestId.of(context);
    MDC.put("requestId", id);
    HttpServerResponse response = context.response();
    response.putHeader(RequestId.HEADER, id);
    // A default: an answer that may be cached says so itself
    context.addHeadersEndHandler(end -> defaultToUncached(response));
    if (context.request().uri().length() > MAX_URI_LENGTH) {
      refuse(context, ProblemCode.URI_TOO_LONG, "At most " + MAX_URI_LENGTH + " characters.");
    } else if (declaredLength(context) > maxBodySize) {
      refuse(context, ProblemCode.BODY_TOO_LARGE, "At most " + maxBodySize + " bytes.");
    } else if (context.request().headers().size() > MAX_HEADERS) {
      refuse(context, ProblemCode.HEADERS_TOO_LARGE, "At most " + MAX_HEADERS + " headers.");
    } else if (size(context.request().headers()) > MAX_HEADERS_SIZE) {
      refuse(
          context,
          ProblemCode.HEADERS_TOO_LARGE,
          "At most " + MAX_HEADERS_SIZE + " characters in all headers.");
    } else {
      slow.watch(context);
      context.next();
    }
  }

  private static void defaultToUncached(HttpServerResponse response) {
    if (!response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
  }

  private static int size(MultiMap headers) {
    return headers.entries().stream()
        .mapToInt(header -> header.getKey().length() + header.getValue().length())
        .sum();
  }

  /** The Content-Length in bytes, 0 when there is none or it is no number. */
  private static long declaredLength(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException notANumber) {
      return 0; // the HTTP server refuses it
    }
  }

  private void refuse(RoutingContext context, ProblemCode code, String detail) {
    ProblemDocument document = ProblemDocument.of(Problem.of(code, detail), RequestId.of(context));
    HttpServerResponse response = context.response().setStatusCode(code.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    // The rest of an oversized request is not read
    response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    try {
      response.end(json.writeValueAsString(document));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
