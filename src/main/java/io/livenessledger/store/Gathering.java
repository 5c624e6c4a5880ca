package io.livenessledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Work on the database that concurrent callers share: while some groups are under way what comes in
 * gathers, and goes next as one group. Nobody waits for a group to fill: where there is no queue a
 * group is one.
 *
 * @param <Q> what a caller asks
 * @param <A> what it is answered
 */
public final class Gathering<Q, A> {
  /**
   * Groups under way at a time, each on a connection of its own: while one waits for the database
   * the next is being made. More would only make groups smaller. Also all that a lock can hold up.
   */
  private static final int LANES = 2;

  private static final int LARGEST_GROUP = 256;

  private final Background background;
  private final Duration patience;
  private final Function<List<Q>, Uni<List<A>>> work;
  private final Queue<Waiting<Q, A>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger busy = new AtomicInteger();

  /**
   * @param patience how long a caller waits for its answer
   * @param work answers questions, in their order, on a Vert.x context of its own; when it fails
   *     all of them have failed
   */
  public Gathering(Background background, Duration patience, Function<List<Q>, Uni<List<A>>> work) {
    this.background = background;
    this.patience = patience;
    this.work = work;
  }

  /**
   * Asks at once. To be called on a Vert.x context, to which the answer comes back. A failure of
   * the database comes out as {@code store-unavailable}, and so does an answer that is late. Who
   * hangs up stops nothing; what was asked by one who waited in vain is not begun any more.
   */
  public Uni<A> ask(Q question) {
    Waiting<Q, A> waiting = new Waiting<>(question, Objects.requireNonNull(Vertx.currentContext()));
    queue.add(waiting);
    waiting.giveUpAfter(patience);
    startLane();
    return waiting.answer().onFailure().transform(StoreFailure::translated);
  }

  private void startLane() {
    int now = busy.get();
    while (now < LANES && !queue.isEmpty()) {
      if (busy.compareAndSet(now, now + 1)) {
        background.run(this::group).subscribe().with(done -> ended(), failure -> ended());
        return;
      }
      now = busy.get();
    }
  }

  private void ended() {
    busy.decrementAndGet();
    startLane();
  }

  private Uni<List<A>> group() {
    List<Waiting<Q, A>> group = new ArrayList<>();
    Waiting<Q, A> next;
    while (group.size() < LARGEST_GROUP && (next = queue.poll()) != null) {
      if (!next.hasGivenUp()) {
        group.add(next);
      }
    }
    if (group.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    List<Q> questions = group.stream().map(Waiting::question).toList();
    return Uni.createFrom()
        .deferred(() -> work.apply(questions)) // what it throws is a failure too
        .invoke(answers -> succeed(group, answers))
        .onFailure()
        .invoke(failure -> group.forEach(waiting -> waiting.fail(failure)));
  }

  private void succeed(List<Waiting<Q, A>> group, List<A> answers) {
    for (int i = 0; i < group.size(); i++) {
      group.get(i).succeed(answers.get(i));
    }
  }
}
