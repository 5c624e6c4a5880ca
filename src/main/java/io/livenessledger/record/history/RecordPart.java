package io.livenessledger.record.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Key of a row that is numbered within its record. */
@Embeddable
public record RecordPart(@Column(name = "record_id") String recordId, int number) {}
