package io.livenessledger.record.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "revision")
class RevisionEntity {
  @EmbeddedId RecordPart id;

  @Column(name = "started_by")
  int startedBy;

  @Column(name = "stored_at")
  Instant storedAt;

  @Embedded Content content;

  /**
   * JSON text. Not mapped as JSON: that passes through the driver's object model, whose
   * floating-point numbers would lose decimals. The inner cast keeps the driver from sending a JSON
   * string.
   */
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(read = "cast(data as text)", write = "cast(cast(? as text) as jsonb)")
  String data;

  static RevisionEntity of(Revision revision, String data) {
    RevisionEntity row = new RevisionEntity();
    row.id = new RecordPart(revision.recordId().value(), revision.number());
    row.startedBy = revision.startedBy();
    row.storedAt = revision.storedAt();
    row.content = revision.content();
    row.data = data;
    return row;
  }

  Revision toRevision() {
    return new Revision(new RecordId(id.recordId()), id.number(), startedBy, storedAt, content);
  }
}
