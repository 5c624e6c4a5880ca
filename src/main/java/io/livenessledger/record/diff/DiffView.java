package io.livenessledger.record.diff;

import io.livenessledger.record.history.Content.Family;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What differs between two revisions. */
@Schema(description = "What differs between two revisions of a record.")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
public record DiffView(
    int from,
    int to,
    @Schema(
            description =
                "Set when the vendor answered in another shape: patch then is one operation that"
                    + " replaces the whole data, and changes compares what both say.",
            nullable = true)
        FamilyChange familyChange,
    @Schema(
            description =
                "RFC 6902: turns the vendor's data of from into that of to, as far as the caller may"
                    + " see them.")
        List<PatchOperation> patch,
    @Schema(
            description =
                "For people: the members of data that differ; after a change of family, those of the"
                    + " record as this API shows it.")
        List<Change> changes,
    @Schema(
            description =
                "JSON pointers of what was withheld from the caller and differs, or would be part of"
                    + " patch. Not empty: the patch is not all there is.")
        List<String> redacted) {

  /** The shapes before and after; null for neither's. */
  @Schema(description = "The shapes of the vendor's answer before and after.")
  public record FamilyChange(
      @Schema(nullable = true) Family before, @Schema(nullable = true) Family after) {}
}
