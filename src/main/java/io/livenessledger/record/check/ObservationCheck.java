package io.livenessledger.record.check;

import io.livenessledger.ledger.check.FactCheck;
import io.livenessledger.ledger.check.FactRows;
import io.livenessledger.ledger.check.Finding;
import io.livenessledger.ledger.check.LoggedLeaf;
import io.livenessledger.record.statement.Statement;
import io.livenessledger.store.Background;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether observations are still what their leaves say. */
@ApplicationScoped
class ObservationCheck implements FactCheck {
  private final FactRows facts;
  private final Leftovers leftovers;

  ObservationCheck(FactRows facts, Leftovers leftovers) {
    this.facts = facts;
    this.leftovers = leftovers;
  }

  @Override
  public String kind() {
    return Statement.KIND;
  }

  /** In two halves beside each other, so that the database and a worker are busy at once. */
  @Override
  public Uni<List<Finding>> examine(List<LoggedLeaf> leaves) {
    int middle = leaves.size() / 2;
    return Uni.combine()
        .all()
        .unis(half(leaves.subList(0, middle)), half(leaves.subList(middle, leaves.size())))
        .with(ObservationCheck::joined);
  }

  private static List<Finding> joined(List<Finding> first, List<Finding> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  /** As few queries as can be for all of them; the rest is computed on a worker. */
  private Uni<List<Finding>> half(List<LoggedLeaf> leaves) {
    return facts
        .of(StoredFacts.BY_ENTRIES, Statement.KIND, leaves)
        .chain(rows -> Background.compute(() -> examined(leaves, rows)));
  }

  @Override
  public Multi<Finding> examineRest() {
    return leftovers.all();
  }

  private static List<Finding> examined(List<LoggedLeaf> leaves, Map<Long, List<Row>> rows) {
    List<Finding> findings = new ArrayList<>();
    for (LoggedLeaf leaf : leaves) {
      List<Row> found = rows.getOrDefault(leaf.entry(), List.of());
      found.forEach(row -> findings.addAll(of(row.getDelegate(), leaf.data())));
      if (found.isEmpty()) {
        findings.addAll(unopened(leaf));
      }
    }
    return findings;
  }

  /** A leaf that no statement of ours belongs to; those of other kinds are not ours to judge. */
  private static List<Finding> unopened(LoggedLeaf leaf) {
    return leaf.isOf(Statement.KIND)
        ? List.of(
            new Finding(
                Examination.STATEMENT,
                "leaf " + leaf.index(),
                "the statement of this observation is gone"))
        : List.of();
  }

  /** What differs in a row of {@link StoredFacts}. */
  static List<Finding> of(io.vertx.sqlclient.Row row, byte[] leaf) {
    String which = which(row.getString(StoredFacts.RECORD), row.getInteger(StoredFacts.NUMBER));
    StoredFact fact;
    try {
      fact = StoredFacts.of(row);
    } catch (RuntimeException unlikeAnythingWritten) {
      return List.of(
          new Finding(
              Examination.OBSERVATION, which, "a stored value is none that the program writes"));
    }
    return Examination.of(which, fact, leaf);
  }

  static String which(String record, int observation) {
    return record + "/observations/" + observation;
  }
}
