package io.livenessledger.store.lease;

import io.livenessledger.store.Background;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Keeps a lease while there is work under it: no step of it need be shorter than the term. */
@ApplicationScoped
public class LeaseKeeper {
  private final Leases leases;
  private final Background background;

  LeaseKeeper(Leases leases, Background background) {
    this.leases = leases;
    this.background = background;
  }

  /**
   * Does the work, renews the lease meanwhile, and releases it when the work has ended, however it
   * did. That it was lost all the same only a fenced transaction says.
   */
  public <T> Uni<T> under(Lease lease, Duration term, Supplier<Uni<T>> work) {
    AtomicBoolean working = new AtomicBoolean(true);
    renew(lease, term, working);
    return Uni.createFrom()
        .deferred(work::get)
        .eventually(() -> working.set(false))
        // The work may have ended on another's context
        .eventually(() -> background.run(() -> leases.release(lease)));
  }

  private void renew(Lease lease, Duration term, AtomicBoolean working) {
    background.after(
        term.dividedBy(3),
        () -> {
          if (working.get()) {
            background
                .run(() -> leases.take(lease.name(), term))
                .subscribe()
                .with(
                    renewed -> renew(lease, term, working), failure -> renew(lease, term, working));
          }
        });
  }
}
