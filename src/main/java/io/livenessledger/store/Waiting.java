package io.livenessledger.store;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** A caller of a {@link Gathering}, until it has its answer. */
final class Waiting<Q, A> {
  private final Q question;
  private final Context context;
  private final CompletableFuture<A> answer = new CompletableFuture<>();
  private volatile boolean givenUp;
  private long timer;

  Waiting(Q question, Context context) {
    this.question = question;
    this.context = context;
  }

  Q question() {
    return question;
  }

  boolean hasGivenUp() {
    return givenUp;
  }

  /** To be called on the context. */
  void giveUpAfter(Duration patience) {
    timer = context.owner().setTimer(patience.toMillis(), fired -> giveUp());
  }

  private void giveUp() {
    givenUp = true;
    answer.completeExceptionally(new TimeoutException());
  }

  /** On the context; cancelling it does not cancel the work. */
  Uni<A> answer() {
    return Uni.createFrom().completionStage(answer::copy);
  }

  void succeed(A item) {
    context.runOnContext(
        here -> {
          context.owner().cancelTimer(timer);
          answer.complete(item);
        });
  }

  void fail(Throwable failure) {
    context.runOnContext(
        here -> {
          context.owner().cancelTimer(timer);
          answer.completeExceptionally(failure);
        });
  }
}
