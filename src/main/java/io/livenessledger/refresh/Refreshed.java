package io.livenessledger.refresh;

import io.livenessledger.access.idempotency.Outcome;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.state.RecordState;

/**
 * The outcome of a refresh.
 *
 * @param observation the one just made; where the vendor was not asked or failed, the one that
 *     established the stored state
 * @param stale whether the vendor was asked and did not confirm the state
 */
record Refreshed(RefreshResult result, RecordState state, Observation observation, boolean stale) {

  /** What is kept of it for who sends the same call again. */
  Outcome kept() {
    return Replay.kept(result, observation, stale);
  }

  static Refreshed again(Appended then) {
    return new Refreshed(then.result(), then.state(), then.observation(), then.repeated());
  }
}
