package io.livenessledger.record.check;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.log.Opening;
import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Observation;
import java.time.Instant;

/**
 * All that is stored of one observation, as found: nothing in it is taken for granted.
 *
 * @param storedAt when the statement was, by its row
 * @param opening statement and salt
 * @param observation null when its row is gone
 * @param body null when there is none
 * @param content that its revision has; null when there is none, and the digest alone unless the
 *     observation starts the revision
 * @param started null unless it starts a revision that is there
 * @param previous commitment of the statement before; null when there is none
 */
record StoredFact(
    Instant storedAt,
    Opening opening,
    Observation observation,
    StoredBody body,
    Content content,
    StartedRevision started,
    Digest previous) {

  /**
   * A body's row.
   *
   * @param digest that it claims to have
   */
  record StoredBody(Body body, Digest digest, Instant storedAt) {}

  /**
   * A revision's row, but for its columns.
   *
   * @param startedBy number of the observation that it names
   * @param data JSON text
   */
  record StartedRevision(int startedBy, Instant storedAt, String data) {}
}
