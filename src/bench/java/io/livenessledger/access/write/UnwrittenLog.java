package io.livenessledger.access.write;

import io.livenessledger.access.event.AccessEvent;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import java.time.Clock;

/**
 * Writes nothing: to measure what a call costs beside its event. The program has no such switch.
 */
public final class UnwrittenLog extends AccessLog {
  public UnwrittenLog(
      AccessConfig config,
      Background background,
      Transactions transactions,
      EventMetrics metrics,
      Clock clock) {
    super(config, background, transactions, metrics, clock);
  }

  @Override
  public Uni<Void> append(AccessEvent event) {
    return Uni.createFrom().voidItem();
  }
}
