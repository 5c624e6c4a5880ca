package io.livenessledger.backfill.schedule;

import io.livenessledger.record.history.RecordId;
import java.time.Instant;

/**
 * A record that is due, and this replica's to fetch.
 *
 * @param rule its name
 * @param wasDueAt when it was due
 * @param failures fetches in a row that failed because of this record
 * @param until when it is due again unless somebody says how the fetch ended
 */
record Picked(RecordId id, String rule, Instant wasDueAt, int failures, Instant until) {}
