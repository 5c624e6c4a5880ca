package io.livenessledger.record.change;

import io.livenessledger.store.Background;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Waits for changes. However many wait, one of them all asks the database, and nobody does while
 * nobody waits. Who waits holds neither a thread nor a connection. It is told that it is worth
 * reading, and nothing else: what there is the database says.
 */
@ApplicationScoped
class Arrivals {
  private final Changes changes;
  private final Background background;
  private final ChangeConfig config;
  private final Set<Waiter> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();

  Arrivals(Changes changes, Background background, ChangeConfig config) {
    this.changes = changes;
    this.background = background;
    this.config = config;
  }

  /**
   * Whether a change came to lie behind the place before patience was over. To be called on a
   * Vert.x context, to which the answer comes back. Who hangs up is forgotten at once.
   */
  Uni<Boolean> behind(Cursor cursor, Duration patience) {
    Context context = Objects.requireNonNull(Vertx.currentContext());
    return Uni.createFrom().emitter(emitter -> enter(cursor, patience, context, emitter));
  }

  private void enter(
      Cursor cursor, Duration patience, Context context, UniEmitter<? super Boolean> emitter) {
    Waiter waiter = new Waiter(cursor, context, emitter);
    long millis = Math.max(1, patience.toMillis());
    long timer = context.owner().setTimer(millis, over -> waiter.tell(e -> e.complete(false)));
    waiting.add(waiter);
    emitter.onTermination(
        () -> {
          context.owner().cancelTimer(timer);
          waiting.remove(waiter);
        });
    lookSoon();
  }

  /** How many wait. */
  int waiting() {
    return waiting.size();
  }

  private void lookSoon() {
    if (looking.compareAndSet(false, true)) {
      background.after(config.interval(), this::look);
    }
  }

  private void look() {
    if (waiting.isEmpty()) {
      stopped();
      return;
    }
    background
        .run(changes::newest)
        .invoke(this::arrived)
        .onFailure()
        .invoke(failure -> waiting.forEach(waiter -> waiter.tell(e -> e.fail(failure))))
        .subscribe()
        .with(done -> stopped(), failure -> stopped());
  }

  /** Somebody may have come in between. */
  private void stopped() {
    looking.set(false);
    if (!waiting.isEmpty()) {
      lookSoon();
    }
  }

  private void arrived(Cursor newest) {
    for (Waiter waiter : waiting) {
      if (newest.position() > waiter.cursor.position()) {
        waiter.tell(emitter -> emitter.complete(true));
      }
    }
  }

  /** One who waits; told on its own context, the first time alone. */
  private static final class Waiter {
    private final Cursor cursor;
    private final Context context;
    private final UniEmitter<? super Boolean> emitter;

    Waiter(Cursor cursor, Context context, UniEmitter<? super Boolean> emitter) {
      this.cursor = cursor;
      this.context = context;
      this.emitter = emitter;
    }

    void tell(Consumer<UniEmitter<? super Boolean>> what) {
      context.runOnContext(here -> what.accept(emitter));
    }
  }
}
