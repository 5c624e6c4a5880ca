package io.livenessledger.record.statement;

import io.livenessledger.ledger.log.Opening;
import io.livenessledger.record.history.RecordPart;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/**
 * Read alone: it is written together with its ledger entry, by SQL. The time is part of the table's
 * key, but not of the identity: an observation has one statement.
 */
@Entity
@Immutable
@Table(name = "observation_statement")
class StatementEntity {
  @EmbeddedId
  @AttributeOverride(name = "number", column = @Column(name = "observation"))
  RecordPart id;

  @Column(name = "stored_at")
  Instant storedAt;

  long entry;

  byte[] salt;

  byte[] statement;

  Opening opening() {
    return new Opening(salt, statement);
  }
}
