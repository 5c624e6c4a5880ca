package io.livenessledger.access.idempotency;

import io.smallrye.mutiny.Uni;

/** The turn of a call that is the first with its key, or has none: says what came of it. */
public interface Turn {
  /** Of a call without a key. */
  Turn UNKEYED =
      new Turn() {
        @Override
        public Uni<Void> alongside(Outcome outcome) {
          return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> ended(Outcome outcome) {
          return Uni.createFrom().voidItem();
        }
      };

  /**
   * Says it in the transaction that is open, inside {@code store.Transactions#committed}: it is
   * committed with what it tells of, or neither is.
   */
  Uni<Void> alongside(Outcome outcome);

  /**
   * Says it in a transaction of its own, unless it was said alongside: to be called before the
   * answer leaves, on a Vert.x context.
   */
  Uni<Void> ended(Outcome outcome);
}
