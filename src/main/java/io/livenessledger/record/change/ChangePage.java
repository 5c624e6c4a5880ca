package io.livenessledger.record.change;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the feed. */
@Schema(name = "RecordChangePage")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
record ChangePage(
    List<ChangeView> items,
    @Schema(
            description =
                "For after, the next time; also when there are no items. The same as was sent: there"
                    + " is nothing more for now.")
        String next) {}
