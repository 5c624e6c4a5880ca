package io.livenessledger.intake;

import io.livenessledger.record.current.Appended;
import io.smallrye.mutiny.Uni;

/** Writes what must be committed together with an observation, in its transaction. */
@FunctionalInterface
public interface Alongside {
  /** For who has nothing to add. */
  Alongside NOTHING = appended -> Uni.createFrom().voidItem();

  Uni<Void> write(Appended appended);
}
