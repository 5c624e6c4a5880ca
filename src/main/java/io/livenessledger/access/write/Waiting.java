package io.livenessledger.access.write;

import io.livenessledger.access.event.AccessEvent;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;

/** An event in line for its commit. */
final class Waiting {
  private final AccessEvent event;
  private final CompletableFuture<Void> written = new CompletableFuture<>();
  private volatile boolean abandoned;

  Waiting(AccessEvent event) {
    this.event = event;
  }

  AccessEvent event() {
    return event;
  }

  /** Cancelling it cancels nothing: the event is written for the record, not for its caller. */
  Uni<Void> written() {
    return Uni.createFrom().completionStage(written::copy);
  }

  /** Its caller has been told that it failed, so it need not be written any more. */
  void abandon() {
    abandoned = true;
  }

  boolean isAbandoned() {
    return abandoned;
  }

  void succeed() {
    written.complete(null);
  }

  void fail(Throwable failure) {
    written.completeExceptionally(failure);
  }
}
