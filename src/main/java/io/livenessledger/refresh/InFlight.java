package io.livenessledger.refresh;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Work under way, by key: whoever asks for a key while its work is under way joins it and gets the
 * same outcome. The work is nobody's own, so a caller who hangs up cancels it for no one.
 */
final class InFlight<K, V> {
  private final ConcurrentMap<K, Uni<V>> underWay = new ConcurrentHashMap<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * The outcome of the work under way for the key, or else of this work, started now.
   *
   * @param work runs once, wherever it chooses to; its {@code Uni} must end
   */
  Uni<V> join(K key, Supplier<Uni<V>> work) {
    Start<V> start = new Start<>();
    Uni<V> shared =
        underWay.computeIfAbsent(
            key,
            k -> {
              start.uni = shared(k, work);
              return start.uni;
            });
    if (shared == start.uni) {
      // Outside the map's lock, and by nobody who could cancel
      shared.subscribe().with(done -> {}, failed -> {});
    }
    return shared
        .onSubscription()
        .invoke(waiting::incrementAndGet)
        .onTermination()
        .invoke(waiting::decrementAndGet);
  }

  /** How many have joined and neither have the outcome nor have hung up. */
  int waiting() {
    return waiting.get();
  }

  /** Gone from the map before anybody hears of the end: who asks afterwards starts anew. */
  private Uni<V> shared(K key, Supplier<Uni<V>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onTermination()
        .invoke(() -> underWay.remove(key))
        .memoize()
        .indefinitely();
  }

  private static final class Start<V> {
    private Uni<V> uni;
  }
}
