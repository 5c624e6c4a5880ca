package io.livenessledger.record;

import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Content.Family;
import io.livenessledger.record.history.Revision;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A distinct content of a record. */
@Schema(description = "A distinct content of the record.")
public record RevisionView(
    @Schema(description = "1, 2, 3 … within the record.") int number,
    @Schema(description = "The observation that started it.") int startedBy,
    Instant storedAt,
    @Schema(description = "SHA-256 of the RFC 8785 canonical form of the vendor's data.")
        String contentDigest,
    @Schema(nullable = true) String status,
    @Schema(nullable = true) Boolean live,
    RecordView.Checks checks,
    @Schema(nullable = true) BigDecimal aggregateProbability,
    @Schema(nullable = true) BigDecimal riskScore,
    @Schema(nullable = true) BigDecimal confidence,
    @Schema(nullable = true) Instant createdAt,
    @Schema(nullable = true) Instant updatedAt,
    @Schema(nullable = true) Instant completedAt,
    @Schema(nullable = true) Family family) {

  static RevisionView of(Revision revision) {
    Content content = revision.content();
    return new RevisionView(
        revision.number(),
        revision.startedBy(),
        revision.storedAt(),
        content.digest().reprDigest(),
        content.status(),
        content.live(),
        RecordView.Checks.of(content),
        content.aggregateProbability(),
        content.riskScore(),
        content.confidence(),
        content.createdAt(),
        content.updatedAt(),
        content.completedAt(),
        content.family());
  }
}
