package io.livenessledger.ledger.check;

import io.livenessledger.ledger.log.Opening;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the results of earlier checks. */
@ApplicationScoped
class CheckFacts implements FactCheck {
  private static final String FACTS =
      """
      select number, trigger, state, requested_at, started_at, finished_at, tree_size, root,
             leaves_checked, findings_total, cast(findings as text) as findings,
             entry, salt, statement
        from ledger_check where entry >= $1 and entry <= $2
      """;
  // A finished check has an entry; its leaf may be younger than the tree that is checked
  private static final String GONE =
      """
      select e.id, l.leaf_index from ledger_entry e join ledger_leaf l on l.entry = e.id
       where e.id > $1 and e.id <= $2 and l.entry > $1 and l.entry <= $2
         and position('"kind":"check"'::bytea in e.leaf) > 0
         and not exists (select from ledger_check c where c.entry = e.id)
       order by e.id limit 1000
      """;

  private final Transactions transactions;
  private final EntryRanges ranges;

  CheckFacts(Transactions transactions, EntryRanges ranges) {
    this.transactions = transactions;
    this.ranges = ranges;
  }

  @Override
  public String kind() {
    return Check.KIND;
  }

  @Override
  public Uni<List<Finding>> examine(List<LoggedLeaf> leaves) {
    if (leaves.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    long first = leaves.stream().mapToLong(LoggedLeaf::entry).min().getAsLong();
    long last = leaves.stream().mapToLong(LoggedLeaf::entry).max().getAsLong();
    return transactions
        .readOn(c -> c.preparedQuery(FACTS).execute(Tuple.of(first, last)))
        .map(rows -> examined(leaves, rows));
  }

  private static List<Finding> examined(List<LoggedLeaf> leaves, RowSet<Row> rows) {
    Map<Long, LoggedLeaf> byEntry =
        leaves.stream()
            .collect(Collectors.toMap(LoggedLeaf::entry, Function.identity(), (a, b) -> a));
    List<Finding> findings = new ArrayList<>();
    for (Row row : rows) {
      LoggedLeaf leaf = byEntry.get(row.getLong("entry"));
      if (leaf != null) {
        examine(row, leaf, findings);
      }
    }
    return findings;
  }

  private static void examine(Row row, LoggedLeaf leaf, List<Finding> findings) {
    try {
      compare(row, leaf, findings);
    } catch (RuntimeException unreadable) {
      // Such a row was never written; the reason may quote it
      String detail = "Its row cannot be read as a check's.";
      findings.add(new Finding("check", String.valueOf(row.getLong("number")), detail));
    }
  }

  private static void compare(Row row, LoggedLeaf leaf, List<Finding> findings) {
    Check check = CheckTables.check(row);
    Opening opening = new Opening(bytes(row, "salt"), bytes(row, "statement"));
    if (!Arrays.equals(CheckResult.leaf(check, opening), leaf.data())) {
      String detail = "Its statement is not what leaf " + leaf.index() + " commits to.";
      findings.add(new Finding("check", String.valueOf(check.number()), detail));
    }
    if (!Arrays.equals(CheckResult.statement(check), opening.statement()) || !isExact(check)) {
      String detail = "Its row is not what its statement says.";
      findings.add(new Finding("check", String.valueOf(check.number()), detail));
    }
  }

  /** What the statement leaves out: parts of milliseconds, of which there are none. */
  private static boolean isExact(Check check) {
    return Stream.of(check.requestedAt(), check.startedAt(), check.finishedAt())
        .allMatch(at -> at.equals(at.truncatedTo(ChronoUnit.MILLIS)));
  }

  private static byte[] bytes(Row row, String column) {
    return row.get(Buffer.class, column).getBytes();
  }

  @Override
  public Multi<Finding> examineRest() {
    return ranges.ask(EntryRanges.OF_LEDGER, GONE).map(row -> gone(row.getLong("leaf_index")));
  }

  private static Finding gone(long leaf) {
    return new Finding("check", "leaf " + leaf, "The result that it commits to is gone.");
  }
}
