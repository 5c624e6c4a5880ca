package io.livenessledger.record.history;

import io.livenessledger.canonical.Digest;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** The time is part of the table's key, but not of the identity: an observation has one body. */
@Entity
@Immutable
@Table(name = "body")
class BodyEntity {
  @EmbeddedId
  @AttributeOverride(name = "number", column = @Column(name = "observation"))
  RecordPart id;

  @Column(name = "stored_at")
  Instant storedAt;

  byte[] bytes;

  Digest digest;

  @Column(name = "content_type")
  String contentType;

  @Convert(converter = HeadersConverter.class)
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(read = "cast(headers as text)", write = "cast(cast(? as text) as jsonb)")
  Map<String, String> headers;

  static BodyEntity of(Observation observation, Body body) {
    BodyEntity row = new BodyEntity();
    row.id = new RecordPart(observation.recordId().value(), observation.number());
    row.storedAt = observation.storedAt();
    row.bytes = body.bytes();
    row.digest = observation.bodyDigest();
    row.contentType = body.contentType();
    row.headers = body.headers();
    return row;
  }

  Body toBody() {
    return new Body(bytes, contentType, headers);
  }
}
