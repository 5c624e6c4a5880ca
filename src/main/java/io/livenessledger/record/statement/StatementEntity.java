package io.livenessledger.record.statement;

import io.livenessledger.ledger.log.Opening;
import io.livenessledger.record.history.RecordPart;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** Read alone: it is written together with its ledger entry, by SQL. */
@Entity
@Immutable
@Table(name = "observation_statement")
class StatementEntity {
  @EmbeddedId
  @AttributeOverride(name = "number", column = @Column(name = "observation"))
  RecordPart id;

  long entry;

  byte[] salt;

  byte[] statement;

  Opening opening() {
    return new Opening(salt, statement);
  }
}
