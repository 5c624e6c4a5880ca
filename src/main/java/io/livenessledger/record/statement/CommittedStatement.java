package io.livenessledger.record.statement;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.log.Opening;

/**
 * A statement as it was committed.
 *
 * @param observation its number
 * @param entry the ledger entry whose leaf holds the commitment
 */
public record CommittedStatement(int observation, long entry, Opening opening) {

  public Digest commitment() {
    return opening.commitment();
  }
}
