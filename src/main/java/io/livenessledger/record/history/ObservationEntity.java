package io.livenessledger.record.history;

import io.livenessledger.canonical.Digest;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.Observation.Signature;
import io.livenessledger.record.history.Observation.Trigger;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "observation")
class ObservationEntity {
  @EmbeddedId RecordPart id;

  @Enumerated(EnumType.STRING)
  Outcome outcome;

  @Enumerated(EnumType.STRING)
  Trigger trigger;

  @Column(name = "fetched_at")
  Instant fetchedAt;

  @Column(name = "stored_at")
  Instant storedAt;

  Integer revision;

  @Column(name = "starts_revision")
  boolean startsRevision;

  @Column(name = "vendor_status")
  Short vendorStatus;

  @Column(name = "body_digest")
  Digest bodyDigest;

  @Column(name = "body_size")
  Integer bodySize;

  @Column(name = "content_type")
  String contentType;

  @Embedded Signature signature;

  @Column(name = "unreadable_reason")
  String unreadableReason;

  @Column(name = "request_id")
  String requestId;

  String caller;

  static ObservationEntity of(Observation fact) {
    ObservationEntity row = new ObservationEntity();
    row.id = new RecordPart(fact.recordId().value(), fact.number());
    row.outcome = fact.outcome();
    row.trigger = fact.trigger();
    row.fetchedAt = fact.fetchedAt();
    row.storedAt = fact.storedAt();
    row.revision = fact.revision();
    row.startsRevision = fact.startsRevision();
    row.vendorStatus = fact.vendorStatus() == null ? null : fact.vendorStatus().shortValue();
    row.bodyDigest = fact.bodyDigest();
    row.bodySize = fact.bodySize();
    row.contentType = fact.contentType();
    row.signature = fact.signature();
    row.unreadableReason = fact.unreadableReason();
    row.requestId = fact.requestId();
    row.caller = fact.caller();
    return row;
  }

  Observation toObservation() {
    return new Observation(
        new RecordId(id.recordId()),
        id.number(),
        outcome,
        trigger,
        fetchedAt,
        storedAt,
        revision,
        startsRevision,
        vendorStatus == null ? null : vendorStatus.intValue(),
        bodyDigest,
        bodySize,
        contentType,
        signature,
        unreadableReason,
        requestId,
        caller);
  }
}
