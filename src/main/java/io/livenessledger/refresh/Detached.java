package io.livenessledger.refresh;

import io.livenessledger.intake.Origin;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.MDC;

/** Moves work off the request that asked for it, and its outcome back onto each one that waits. */
@ApplicationScoped
class Detached {
  private final Vertx vertx;

  Detached(Vertx vertx) {
    this.vertx = vertx;
  }

  /**
   * Runs the work on a Vert.x context of its own, logging under the origin's request id; in a trace
   * it is part of the request that calls this.
   */
  <T> Uni<T> run(Origin origin, Supplier<Uni<T>> work) {
    return Uni.createFrom().emitter(emitter -> onOwnContext(origin, work, emitter));
  }

  private <T> void onOwnContext(
      Origin origin, Supplier<Uni<T>> work, UniEmitter<? super T> emitter) {
    Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    // Hibernate Reactive insists on being told that nobody else uses this context
    VertxContextSafetyToggle.setContextSafe(context, true);
    io.opentelemetry.context.Context trace = io.opentelemetry.context.Context.current();
    context.runOnContext(
        started -> {
          MDC.put("requestId", origin.requestId());
          joinTrace(trace);
          Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail);
        });
  }

  /** For as long as the Vert.x context is used, which ends with the work. */
  @SuppressWarnings("MustBeClosed")
  private static void joinTrace(io.opentelemetry.context.Context trace) {
    if (trace != io.opentelemetry.context.Context.root()) {
      trace.makeCurrent();
    }
  }

  /** The same outcome, arriving on the context of whoever calls this. */
  <T> Uni<T> backHere(Uni<T> outcome) {
    Context here = Objects.requireNonNull(Vertx.currentContext());
    return outcome.emitOn(task -> here.runOnContext(back -> task.run()));
  }
}
