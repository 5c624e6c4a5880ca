package io.livenessledger.record.current;

import io.livenessledger.record.current.RecordRepository.Chained;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * After an upgrade, commits to the observations that were stored before there were statements.
 * Begins with the program and runs beside it; several replicas may do so at once, since each record
 * is worked on under its lock. Stopped in the middle, it continues with the next start.
 */
@ApplicationScoped
public class AdoptObservations {
  private static final Logger LOG = Logger.getLogger(AdoptObservations.class);
  private static final int BATCH = 5000;

  private final RecordRepository records;
  private final Adoption adoption;
  private final Transactions transactions;
  private final Background background;

  AdoptObservations(
      RecordRepository records,
      Adoption adoption,
      Transactions transactions,
      Background background) {
    this.records = records;
    this.adoption = adoption;
    this.transactions = transactions;
    this.background = background;
  }

  void start(@Observes StartupEvent started) {
    background
        .run(this::adoptAll)
        .subscribe()
        .with(AdoptObservations::report, AdoptObservations::reportFailure);
  }

  private static void report(long adopted) {
    if (adopted > 0) {
      LOG.infof("Committed to %d observations from before there were statements", adopted);
    }
  }

  private static void reportFailure(Throwable failure) {
    LOG.warnf(
        "Not all observations from before there were statements have theirs; the next start"
            + " continues (%s)",
        failure.getClass().getName());
  }

  /**
   * Gives a statement to every observation that has none. Must be called on a duplicated Vert.x
   * context.
   *
   * @return how many were written
   */
  public Uni<Long> adoptAll() {
    return unadopted()
        .onItem()
        .transformToUniAndConcatenate(this::adopt)
        .collect()
        .with(Collectors.summingLong(Long::longValue));
  }

  private Multi<RecordId> unadopted() {
    AtomicReference<String> last = new AtomicReference<>("");
    return Multi.createBy()
        .repeating()
        .uni(() -> transactions.read(() -> records.chainedAfter(last.get(), BATCH)))
        .until(List::isEmpty)
        .invoke(page -> last.set(page.get(page.size() - 1).id()))
        .onItem()
        .<Chained>disjoint()
        .select()
        .where(Predicate.not(Chained::isWhole))
        .map(record -> new RecordId(record.id()));
  }

  /** In as many transactions as it takes. */
  private Uni<Long> adopt(RecordId id) {
    return transactions
        .committed(() -> records.locked(id).chain(adoption::some))
        .chain(n -> n == 0 ? Uni.createFrom().item(0L) : adopt(id).map(more -> n + more));
  }
}
