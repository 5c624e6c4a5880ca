package io.livenessledger.problem;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Ends requests whose body does not come to its end: each would hold a connection for as long. */
@ApplicationScoped
class SlowRequests {
  private final Vertx vertx;
  private final Duration patience;

  SlowRequests(Vertx vertx, HttpConfig config) {
    this.vertx = vertx;
    this.patience = config.bodyTimeout();
  }

  /** Closes the connection unless the whole request is there in time. */
  void watch(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!request.isEnded()) {
      long timer = vertx.setTimer(patience.toMillis(), late -> closeUnlessEnded(request));
      context.addEndHandler(answered -> vertx.cancelTimer(timer));
    }
  }

  private static void closeUnlessEnded(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.connection().close();
    }
  }
}
