package io.livenessledger.access.query;

import io.livenessledger.access.event.AccessEvent;
import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.ledger.log.Opening;
import java.time.Instant;

/**
 * An event as it was committed.
 *
 * @param number the ledger entry whose leaf holds the commitment
 * @param leafIndex its place in the log; null while it has none
 */
public record LoggedEvent(long number, Instant at, Long leafIndex, Opening opening) {

  public Leaf leaf() {
    return new Leaf(at, opening.commitment(), AccessEvent.KIND);
  }
}
