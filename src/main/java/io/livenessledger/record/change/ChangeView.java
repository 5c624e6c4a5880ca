package io.livenessledger.record.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.livenessledger.record.history.RecordId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of what is known of a record: where it is, and nothing of what the record says. */
@Schema(
    name = "RecordChange",
    description = "An observation that changed what is known of a record.")
public record ChangeView(
    @Schema(description = "The place behind it, for after and Last-Event-ID. Opaque.")
        String cursor,
    @Schema(description = "Index of the observation's leaf in the log.") long leafIndex,
    RecordId recordId,
    Kind change,
    @Schema(description = "The latest revision, once this had happened.") int revision,
    @Schema(description = "Number of the observation.") int observation,
    Instant observedAt,
    Instant storedAt,
    Links links) {

  /** What an observation can change. */
  @Schema(
      name = "RecordChangeKind",
      description =
          "NEW: the first content. CHANGED: another content. GONE: the vendor no longer has the"
              + " record. RETURNED: it has it again, perhaps with another content.")
  enum Kind {
    NEW,
    CHANGED,
    GONE,
    RETURNED
  }

  /** Where to read on. */
  @Schema(name = "RecordChangeLinks")
  record Links(
      String record,
      String observation,
      @Schema(description = "What differs; absent unless a later revision was started.")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          String diff) {

    static Links of(RecordId id, int observation, boolean startsRevision, int revision) {
      String record = "/v1/document-liveness/" + id;
      return new Links(
          record,
          record + "/observations/" + observation,
          startsRevision && revision > 1
              ? record + "/revisions/" + (revision - 1) + "/diff/" + revision
              : null);
    }
  }
}
