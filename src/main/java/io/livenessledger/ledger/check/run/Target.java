package io.livenessledger.ledger.check.run;

import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.merkle.note.Checkpoint;
import java.util.List;

/** What a check is about. */
final class Target {
  private Target() {}

  /**
   * The tree of the newest note that a key of ours signed, whatever the columns beside it say: one
   * altered number must not hide leaves, nor make a check look for leaves that never were. Where no
   * note can be believed it is the newest checkpoint's, up to the last leaf there is.
   *
   * @param newestFirst checkpoints as stored
   * @param placed leaves up to the last one stored
   * @return numbered as the newest checkpoint, so that all of them are looked at; null when there
   *     is none
   */
  static LoggedCheckpoint of(List<LoggedCheckpoint> newestFirst, long placed, SigningKeys keys) {
    if (newestFirst.isEmpty()) {
      return null;
    }
    LoggedCheckpoint newest = newestFirst.get(0);
    for (LoggedCheckpoint stored : newestFirst) {
      if (keys.objectionTo(stored.note()).isEmpty()) {
        Checkpoint signed = SigningKeys.checkpoint(stored.note());
        return new LoggedCheckpoint(
            newest.number(), signed.size(), signed.root(), stored.note(), stored.publishedAt());
      }
    }
    long size = Math.max(0, Math.min(newest.size(), placed));
    return new LoggedCheckpoint(
        newest.number(), size, newest.root(), newest.note(), newest.publishedAt());
  }
}
