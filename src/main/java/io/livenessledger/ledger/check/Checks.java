package io.livenessledger.ledger.check;

import io.livenessledger.ledger.check.Check.Trigger;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The checks that were made, and those that are wanted. */
@ApplicationScoped
public class Checks {
  private final Transactions transactions;
  private final Clock clock;

  Checks(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Asks for a check, which some replica will soon begin; the open one when there is one. */
  public Uni<Check> request(Trigger trigger) {
    return transactions
        .committedOn(
            connection ->
                CheckTables.request(connection, trigger, now())
                    .chain(() -> CheckTables.open(connection)))
        // Ended between the two statements: then another one can be asked for
        .chain(open -> open == null ? request(trigger) : Uni.createFrom().item(open));
  }

  /** Null when there is none of this number. */
  public Uni<Check> find(long number) {
    return transactions.readOn(connection -> CheckTables.find(connection, number));
  }

  /** The one that waits or runs; null when none does. */
  public Uni<Check> open() {
    return transactions.readOn(CheckTables::open);
  }

  /** The latest that has ended; null before the first. */
  public Uni<Check> last() {
    return transactions.readOn(CheckTables::last);
  }

  /** Now, to the millisecond. */
  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
