package io.livenessledger.backfill.job;

import io.livenessledger.problem.Problem;
import io.livenessledger.record.history.RecordId;

/**
 * A record that could not be fetched, for a reason that may be its own.
 *
 * @param tries that were made before
 */
public record Failure(RecordId id, int tries, Problem problem) {}
