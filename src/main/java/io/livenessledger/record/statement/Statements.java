package io.livenessledger.record.statement;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.ledger.log.Opening;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.history.RecordPart;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Commits to observations. Every call must be made inside {@code store.Transactions}; what is not
 * there is a null item.
 */
@ApplicationScoped
public class Statements {
  /** Statement and entry in one round trip. */
  private static final String APPEND =
      """
      insert into observation_statement (record_id, observation, stored_at, entry, salt, statement)
      values (?1, ?2, ?3, ledger_append(?4), ?5, ?6)
      """;

  private final Rows rows;

  Statements(Rows rows) {
    this.rows = rows;
  }

  /**
   * Writes the statement of an observation that was appended before, in this transaction or an
   * earlier one, with its ledger entry. The caller holds the lock of the record's row.
   *
   * @return the commitment, for the next statement to name
   */
  public Uni<Digest> append(Statement statement) {
    Opening opening = Opening.of(statement.canonical());
    Digest commitment = opening.commitment();
    Observation fact = statement.observation();
    byte[] leaf = leaf(fact, commitment).data();
    return Panache.getSession()
        // A native statement does not see what waits to be written, such as the observation
        .chain(s -> s.flush().chain(() -> insert(s, fact, opening, leaf)))
        .replaceWith(commitment);
  }

  private static Uni<Integer> insert(
      Mutiny.Session session, Observation fact, Opening opening, byte[] leaf) {
    return session
        .createNativeQuery(APPEND)
        .setParameter(1, fact.recordId().value())
        .setParameter(2, fact.number())
        .setParameter(3, fact.storedAt())
        .setParameter(4, leaf)
        .setParameter(5, opening.salt())
        .setParameter(6, opening.statement())
        .executeUpdate();
  }

  /** The leaf of an observation whose statement has this commitment. */
  public static Leaf leaf(Observation fact, Digest commitment) {
    return new Leaf(fact.storedAt(), commitment, Statement.KIND);
  }

  /** The statement of an observation: its time says in which partition it lies. */
  public Uni<CommittedStatement> of(Observation fact) {
    return rows.find(
            "id.recordId = ?1 and id.number = ?2 and storedAt = ?3",
            fact.recordId().value(),
            fact.number(),
            fact.storedAt())
        .firstResult()
        .onItem()
        .ifNotNull()
        .transform(Statements::committed);
  }

  /** The statement of the latest observation that has one. */
  public Uni<CommittedStatement> latest(RecordId id) {
    return rows.find("id.recordId = ?1 order by id.number desc", id.value())
        .page(0, 1)
        .firstResult()
        .onItem()
        .ifNotNull()
        .transform(Statements::committed);
  }

  private static CommittedStatement committed(StatementEntity row) {
    return new CommittedStatement(row.id.number(), row.entry, row.opening());
  }

  /** Wrapped, since a Panache repository publicly offers to delete. */
  @ApplicationScoped
  static class Rows implements PanacheRepositoryBase<StatementEntity, RecordPart> {}
}
