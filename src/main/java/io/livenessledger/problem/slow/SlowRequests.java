package io.livenessledger.problem.slow;

import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Stream;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Ends requests whose body does not come to its end: each would hold a connection for as long. */
@ApplicationScoped
public class SlowRequests {
  private final Vertx vertx;
  private final Duration patience;

  SlowRequests(Vertx vertx, HttpConfig config) {
    this.vertx = vertx;
    this.patience = config.bodyTimeout();
  }

  /** Closes the connection unless the whole request is there in time. */
  public void watch(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!request.isEnded() && mayHaveBody(request)) {
      long timer = vertx.setTimer(patience.toMillis(), late -> closeUnlessEnded(request));
      context.addEndHandler(answered -> vertx.cancelTimer(timer));
    }
  }

  /**
   * Whether anything may follow the head (RFC 9112 §6.3); HTTP/2 need not say. A request without a
   * body must not be timed: while its answer is made nobody reads from it, so it does not end.
   */
  private static boolean mayHaveBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.version() == HttpVersion.HTTP_2
            || request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : !length.equals("0");
  }

  private static void closeUnlessEnded(HttpServerRequest request) {
    if (!request.isEnded() && !isWholeStream(request)) {
      request.connection().close();
    }
  }

  /**
   * Whether the caller has ended the stream (RFC 9113 §5.1). In HTTP/2 a request without a body
   * looks like any other until somebody reads it, and all others on its connection would go with
   * it.
   */
  private static boolean isWholeStream(HttpServerRequest request) {
    if (request.version() != HttpVersion.HTTP_2
        || !(request.connection() instanceof ConnectionBase connection)) {
      return false;
    }
    Http2Stream stream =
        connection.channel().pipeline().get(Http2ConnectionHandler.class).connection().stream(
            request.streamId());
    return stream == null || !stream.state().remoteSideOpen();
  }
}
