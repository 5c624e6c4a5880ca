package io.livenessledger.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.livenessledger.record.RecordView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a population. */
@Schema(name = "RecordPage")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
record SearchPage(
    List<RecordView> items,
    @Schema(nullable = true) String nextPageToken,
    @Schema(description = "Records that the filter finds; only when it was asked for.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Long count) {}
