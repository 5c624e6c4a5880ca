package io.livenessledger.store;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Where work runs that no request waits for, and where it computes. */
@ApplicationScoped
public class Background {
  private final Vertx vertx;

  Background(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Runs the work on a Vert.x context of its own, as {@link Transactions} asks for. */
  public <T> Uni<T> run(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
              // Hibernate Reactive insists on being told that nobody else uses this context
              VertxContextSafetyToggle.setContextSafe(context, true);
              context.runOnContext(
                  started ->
                      Uni.createFrom()
                          .deferred(work::get)
                          .subscribe()
                          .with(emitter::complete, emitter::fail));
            });
  }

  /** Runs something on an event loop after a delay. */
  public void after(Duration delay, Runnable task) {
    vertx.setTimer(Math.max(1, delay.toMillis()), fired -> task.run());
  }

  /** Computes on a worker thread, beside the event loop, and comes back to the caller's context. */
  public static <T> Uni<T> compute(Callable<T> computation) {
    Context context = Objects.requireNonNull(Vertx.currentContext());
    return Uni.createFrom()
        .completionStage(() -> context.executeBlocking(computation, false).toCompletionStage());
  }

  /** Comes back on the caller's Vert.x context after a while, and holds nothing meanwhile. */
  public static Uni<Void> pause(Duration step) {
    Context context = Objects.requireNonNull(Vertx.currentContext());
    long millis = Math.max(1, step.toMillis());
    return Uni.createFrom()
        .emitter(
            emitter ->
                context
                    .owner()
                    .setTimer(millis, fired -> context.runOnContext(x -> emitter.complete(null))));
  }
}
