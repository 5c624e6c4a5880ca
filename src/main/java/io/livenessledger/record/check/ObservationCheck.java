package io.livenessledger.record.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.livenessledger.ledger.check.FactCheck;
import io.livenessledger.ledger.check.Finding;
import io.livenessledger.ledger.check.LoggedLeaf;
import io.livenessledger.record.statement.Statement;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether observations are still what their leaves say. */
@ApplicationScoped
class ObservationCheck implements FactCheck {
  /** How the data of a leaf of ours goes on after its commitment. */
  private static final String OURS = "\"kind\":\"" + Statement.KIND + "\"";

  private final Transactions transactions;
  private final Leftovers leftovers;

  ObservationCheck(Transactions transactions, Leftovers leftovers) {
    this.transactions = transactions;
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

  /** One query for all of them; the rest is computed on a worker. */
  private Uni<List<Finding>> half(List<LoggedLeaf> leaves) {
    Long[] entries = leaves.stream().map(LoggedLeaf::entry).toArray(Long[]::new);
    return transactions
        .readOn(
            connection ->
                connection
                    .preparedQuery(StoredFacts.BY_ENTRIES)
                    .execute(Tuple.tuple().addArrayOfLong(entries)))
        .chain(rows -> Background.compute(() -> examined(leaves, rows)));
  }

  @Override
  public Multi<Finding> examineRest() {
    return leftovers.all();
  }

  private static List<Finding> examined(List<LoggedLeaf> leaves, RowSet<Row> rows) {
    Map<Long, io.vertx.sqlclient.Row> byEntry = new HashMap<>();
    rows.forEach(row -> byEntry.put(row.getLong(StoredFacts.ENTRY), row.getDelegate()));
    List<Finding> findings = new ArrayList<>();
    for (LoggedLeaf leaf : leaves) {
      io.vertx.sqlclient.Row row = byEntry.get(leaf.entry());
      findings.addAll(row == null ? unopened(leaf) : of(row, leaf.data()));
    }
    return findings;
  }

  /** A leaf that no statement of ours belongs to; those of other kinds are not ours to judge. */
  private static List<Finding> unopened(LoggedLeaf leaf) {
    return new String(leaf.data(), US_ASCII).contains(OURS)
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
