package io.livenessledger.refresh;

import io.livenessledger.record.ObservationView;
import io.livenessledger.record.RecordView;
import io.livenessledger.record.current.RefreshResult;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a refresh or a submission answers. */
@Schema(description = "What was found and what it changed.")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
public record RefreshView(
    @Schema(description = "UNCHANGED also when the vendor was not asked.") RefreshResult result,
    RecordView record,
    @Schema(description = "The observation just made, or the one that established the record.")
        ObservationView observation) {}
