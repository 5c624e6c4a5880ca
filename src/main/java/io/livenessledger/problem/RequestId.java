package io.livenessledger.problem;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of the current request: the caller's {@code X-Request-Id} if it is 1–128 of {@code
 * A-Za-z0-9._-}, else one of ours. It is returned in the same header, logged with every line and
 * stands in a problem's {@code instance}.
 */
@ApplicationScoped
public class RequestId {
  static final String HEADER = "X-Request-Id";

  private static final String KEY = RequestId.class.getName();
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  private final CurrentVertxRequest request;

  RequestId(CurrentVertxRequest request) {
    this.request = request;
  }

  /** The current request's id. Must be called while a request is being handled. */
  public String current() {
    return of(request.getCurrent());
  }

  static String of(RoutingContext context) {
    String known = context.get(KEY);
    if (known != null) {
      return known;
    }
    String offered = context.request().getHeader(HEADER);
    String id = offered != null && SANE.matcher(offered).matches() ? offered : random();
    context.put(KEY, id);
    return id;
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }
}
