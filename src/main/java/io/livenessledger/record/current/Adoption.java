package io.livenessledger.record.current;

import io.livenessledger.canonical.Digest;
import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.History;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.history.Revision;
import io.livenessledger.record.statement.CommittedStatement;
import io.livenessledger.record.statement.Statement;
import io.livenessledger.record.statement.Statements;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Commits to observations that were stored before there were statements, in their order. Every call
 * must be made in a transaction that holds the lock of the record's row.
 */
@ApplicationScoped
class Adoption {
  private static final int BATCH = 100;

  private final History history;
  private final Statements statements;

  Adoption(History history, Statements statements) {
    this.history = history;
    this.statements = statements;
  }

  /**
   * Commits to all observations of a record after the last that has a statement. Nothing to do, and
   * no query, for a record whose row knows its last commitment.
   */
  Uni<Void> complete(RecordEntity row) {
    return isWhole(row)
        ? Uni.createFrom().voidItem()
        : some(row).chain(n -> n == 0 ? Uni.createFrom().voidItem() : complete(row));
  }

  private static boolean isWhole(RecordEntity row) {
    return row.lastNumber == 0 || row.lastCommitment != null;
  }

  /**
   * Commits to the next few of them, for a transaction that stays short.
   *
   * @return how many statements were written
   */
  Uni<Integer> some(RecordEntity row) {
    if (isWhole(row)) {
      return Uni.createFrom().item(0);
    }
    RecordId id = new RecordId(row.id);
    return statements.latest(id).chain(latest -> after(row, id, latest));
  }

  private Uni<Integer> after(RecordEntity row, RecordId id, CommittedStatement latest) {
    int number = latest == null ? 0 : latest.observation();
    Digest commitment = latest == null ? null : latest.commitment();
    return history
        .observationsAfter(id, number, BATCH)
        .chain(
            next ->
                each(next, 0, commitment)
                    .invoke(last -> note(row, next, last))
                    .map(x -> next.size()));
  }

  private static void note(RecordEntity row, List<Observation> adopted, Digest last) {
    if (adopted.size() < BATCH) {
      row.lastCommitment = last;
    }
  }

  private Uni<Digest> each(List<Observation> next, int index, Digest previous) {
    return index == next.size()
        ? Uni.createFrom().item(previous)
        : commit(next.get(index), previous).chain(c -> each(next, index + 1, c));
  }

  private Uni<Digest> commit(Observation fact, Digest previous) {
    return history
        .body(fact)
        .chain(body -> content(fact).map(content -> statement(fact, body, content, previous)))
        .chain(statements::append);
  }

  private static Statement statement(
      Observation fact, Body body, Content content, Digest previous) {
    return new Statement(fact, body == null ? null : body.headers(), content, previous);
  }

  private Uni<Content> content(Observation fact) {
    return fact.outcome() == Outcome.PRESENT
        ? history.revision(fact.recordId(), fact.revision()).map(Revision::content)
        : Uni.createFrom().nullItem();
  }
}
