package io.livenessledger.record.current;

import io.livenessledger.record.history.Observation;
import io.livenessledger.record.state.RecordState;

/**
 * An observation in its place.
 *
 * @param state of the record with this observation
 * @param repeated true when nothing was appended, because the same submission was there already
 */
public record Appended(
    RefreshResult result, RecordState state, Observation observation, boolean repeated) {}
