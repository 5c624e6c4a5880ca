package io.livenessledger.record.history;

import java.time.Instant;

/**
 * A distinct content of a record's {@code data}.
 *
 * @param number 1, 2, 3 … within its record
 * @param startedBy number of the observation that started it
 * @param storedAt when that observation was written
 */
public record Revision(
    RecordId recordId, int number, int startedBy, Instant storedAt, Content content) {}
