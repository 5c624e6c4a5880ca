package io.livenessledger.webhook.delivery;

import io.livenessledger.problem.Problem;
import io.livenessledger.record.change.Changes;
import io.livenessledger.store.Background;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.LeaseKeeper;
import io.livenessledger.store.lease.LeaseLostException;
import io.livenessledger.store.lease.Leases;
import io.livenessledger.webhook.endpoint.Endpoint;
import io.livenessledger.webhook.endpoint.Endpoints;
import io.livenessledger.webhook.state.Messages.Right;
import io.livenessledger.webhook.state.Standing;
import io.livenessledger.webhook.state.Standings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks every second what is to be delivered, and sees to it that each webhook is served by one
 * replica at a time. A replica that ends is followed when the lease's term is over. Without a
 * webhook it asks nothing.
 */
@ApplicationScoped
class DeliveryRunner {
  private static final Logger LOG = Logger.getLogger(DeliveryRunner.class);
  private static final String LEASE = "webhook-";

  /** After a kill others follow within seconds; a pause for garbage is no end. */
  private static final Duration TERM = Duration.ofSeconds(5);

  private static final Duration TURN = Duration.ofSeconds(1);

  private final Endpoints endpoints;
  private final Standings standings;
  private final Changes changes;
  private final Delivering delivering;
  private final Sender sender;
  private final Leases leases;
  private final LeaseKeeper keeper;
  private final Background background;
  private final Clock clock;

  /** What this replica is at: it need not begin twice. */
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  private volatile boolean stopped;

  DeliveryRunner(
      Endpoints endpoints,
      Standings standings,
      Changes changes,
      Delivering delivering,
      Sender sender,
      Leases leases,
      LeaseKeeper keeper,
      Background background,
      Clock clock) {
    this.endpoints = endpoints;
    this.standings = standings;
    this.changes = changes;
    this.delivering = delivering;
    this.sender = sender;
    this.leases = leases;
    this.keeper = keeper;
    this.background = background;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    if (!endpoints.all().isEmpty()) {
      sender.open();
      background.after(TURN, this::turn);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
  }

  private void turn() {
    if (!stopped) {
      background
          .run(this::looked)
          .onFailure()
          .invoke(failure -> tell("Webhooks are not looked after", failure))
          .onFailure()
          .recoverWithNull()
          .subscribe()
          .with(done -> background.after(TURN, this::turn));
    }
  }

  private Uni<Void> looked() {
    List<String> names = endpoints.all().stream().map(Endpoint::name).toList();
    return changes
        .newest()
        .chain(
            newest ->
                standings
                    .of(names)
                    .invoke(all -> deliverDue(all, newest.position()))
                    .chain(all -> registered(all, newest.position())));
  }

  private void deliverDue(List<Standing> all, long newest) {
    all.stream()
        .filter(standing -> standing.isDue(clock.instant(), newest))
        .forEach(standing -> endpoints.find(standing.name()).ifPresent(this::deliver));
  }

  /** Lets those begin that were never there before. */
  private Uni<Void> registered(List<Standing> known, long newest) {
    Set<String> names = known.stream().map(Standing::name).collect(Collectors.toSet());
    Uni<Void> done = Uni.createFrom().voidItem();
    for (Endpoint endpoint : endpoints.all()) {
      if (!names.contains(endpoint.name())) {
        long position = endpoint.isFromBeginning() ? 0 : newest;
        done = done.chain(() -> standings.register(endpoint.name(), position));
      }
    }
    return done;
  }

  private void deliver(Endpoint endpoint) {
    if (running.add(endpoint.name())) {
      background
          .run(() -> underLease(endpoint))
          .onFailure()
          .invoke(failure -> tell("Webhook " + endpoint.name() + " stopped", failure))
          .onFailure()
          .recoverWithNull()
          .subscribe()
          .with(done -> running.remove(endpoint.name()));
    }
  }

  private Uni<Void> underLease(Endpoint endpoint) {
    return leases
        .take(LEASE + endpoint.name(), TERM)
        .chain(lease -> lease == null ? Uni.createFrom().voidItem() : under(lease, endpoint));
  }

  private Uni<Void> under(Lease lease, Endpoint endpoint) {
    return keeper.under(lease, TERM, () -> steps(endpoint, new Right(lease, TERM)));
  }

  private Uni<Void> steps(Endpoint endpoint, Right right) {
    return Multi.createBy()
        .repeating()
        .uni(() -> delivering.step(endpoint, right))
        .whilst(more -> more && !stopped)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static void tell(String what, Throwable failure) {
    if (failure instanceof LeaseLostException) {
      LOG.info(failure.getMessage());
    } else if (failure instanceof Problem) {
      LOG.warnf("%s; trying again: %s", what, failure.getMessage());
    } else {
      LOG.errorf(failure, "%s; trying again", what);
    }
  }
}
