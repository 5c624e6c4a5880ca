package io.livenessledger.record.current;

import io.livenessledger.canonical.Digest;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Observation.Signature;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.record.state.RecordState.Upstream;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/** Row of the projection; the only table that is updated. */
@Entity
@DynamicUpdate // a confirmation moves five columns of sixty
@Table(name = "record")
class RecordEntity {
  @Id String id;

  @Column(name = "last_number")
  int lastNumber;

  @Enumerated(EnumType.STRING)
  Upstream upstream;

  Integer revision;

  Integer observation;

  @Column(name = "observed_at")
  Instant observedAt;

  @Column(name = "stored_at")
  Instant storedAt;

  @Column(name = "fetched_at")
  Instant fetchedAt;

  @Embedded Signature signature;

  @Embedded Content content;

  @Column(name = "last_commitment")
  Digest lastCommitment;

  RecordState toState() {
    return new RecordState(
        new RecordId(id),
        lastNumber,
        upstream,
        revision,
        observation,
        observedAt,
        storedAt,
        fetchedAt,
        signature,
        content,
        lastCommitment);
  }

  void become(RecordState state) {
    lastNumber = state.lastNumber();
    upstream = state.upstream();
    revision = state.revision();
    observation = state.observation();
    observedAt = state.observedAt();
    storedAt = state.storedAt();
    fetchedAt = state.fetchedAt();
    signature = state.signature();
    content = state.content();
    lastCommitment = state.lastCommitment();
  }
}
