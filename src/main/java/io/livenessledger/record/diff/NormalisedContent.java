package io.livenessledger.record.diff;

import io.livenessledger.record.RecordView;
import io.livenessledger.record.history.Content;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;

/** A content with the members of {@code RecordView}, by their names: what both families say. */
// Written by Jackson to be compared, never answered
@RegisterForReflection
record NormalisedContent(
    String client,
    String appRegistration,
    String status,
    Boolean live,
    RecordView.Checks checks,
    BigDecimal aggregateProbability,
    BigDecimal riskScore,
    BigDecimal confidence,
    RecordView.Flags flags,
    RecordView.Image image,
    Times vendor) {

  /** The vendor's own times. */
  @RegisterForReflection
  record Times(Instant createdAt, Instant updatedAt, Instant completedAt) {}

  static NormalisedContent of(Content content, boolean showsImages) {
    return new NormalisedContent(
        content.client(),
        content.appRegistration(),
        content.status(),
        content.live(),
        RecordView.Checks.of(content),
        content.aggregateProbability(),
        content.riskScore(),
        content.confidence(),
        new RecordView.Flags(content.ignoreDocumentCropped(), content.ignoreColourLess()),
        new RecordView.Image(content.imageSaved(), showsImages ? content.imageUrl() : null),
        new Times(content.createdAt(), content.updatedAt(), content.completedAt()));
  }
}
