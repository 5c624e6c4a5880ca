package io.livenessledger.vendor;

import io.livenessledger.store.Background;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.Leases;
import io.livenessledger.verifik.token.Renewal;
import io.livenessledger.verifik.token.Renewal.Renewed;
import io.livenessledger.verifik.token.Renewal.Step;
import io.livenessledger.verifik.token.RenewalFailure;
import io.livenessledger.verifik.token.TokenConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/**
 * Has the token renewed before it expires, if that is wanted. Every replica looks at the token's
 * file, which may be the same one or its own; who finds something to do does it under a lease, and
 * looks again first: another replica may have done it.
 */
@ApplicationScoped
class TokenRenewal {
  private static final Logger LOG = Logger.getLogger(TokenRenewal.class);
  private static final String LEASE = "vendor-token";

  /** Past the vendor's client's patience: 5 s to connect, 15 s for the head, 15 s for the body. */
  private static final Duration TERM = Duration.ofMinutes(1);

  /** A look reads two small files; a new token that is rejected is in nobody's way for longer. */
  private static final Duration LOOK = Duration.ofMinutes(1);

  private static final Duration AFTER_FAILURE = Duration.ofHours(1);

  /** For tokens that live shorter than the time before their expiry at which they are renewed. */
  private static final Duration AFTER_SUCCESS = Duration.ofDays(1);

  private final Renewal renewal;
  private final TokenConfig config;
  private final Leases leases;
  private final Background background;
  private final Clock clock;

  private volatile Instant notBefore = Instant.MIN;
  private volatile String last;
  private volatile boolean stopped;

  TokenRenewal(
      Renewal renewal, TokenConfig config, Leases leases, Background background, Clock clock) {
    this.renewal = renewal;
    this.config = config;
    this.leases = leases;
    this.background = background;
    this.clock = clock;
  }

  void start(@Observes StartupEvent started) {
    if (isWanted()) {
      renewal
          .obstacle()
          .ifPresent(why -> LOG.warnf("The vendor's token is not going to be renewed: %s", why));
      background.after(LOOK, this::turn);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    stopped = true;
  }

  boolean isWanted() {
    return config.renewal().enabled();
  }

  /** Why it cannot be done at all. */
  Optional<String> obstacle() {
    return renewal.obstacle();
  }

  /** What was done last, or why it failed. */
  Optional<String> last() {
    return Optional.ofNullable(last);
  }

  private void turn() {
    if (!stopped) {
      background
          .run(this::looked)
          .subscribe()
          .with(
              done -> background.after(LOOK, this::turn),
              never -> background.after(LOOK, this::turn));
    }
  }

  /** Does what is to be done, if anything. Does not fail. */
  Uni<Void> looked() {
    return Background.compute(this::due)
        .chain(step -> step == Step.NOTHING ? nothing() : underLease())
        .onFailure()
        .invoke(this::failed)
        .onFailure()
        .recoverWithNull();
  }

  private Step due() throws Exception {
    boolean pausing = clock.instant().isBefore(notBefore);
    Step step = renewal.next();
    return pausing && step == Step.RENEW ? Step.NOTHING : step;
  }

  private Uni<Void> underLease() {
    return leases.take(LEASE, TERM).chain(lease -> lease == null ? nothing() : under(lease));
  }

  private Uni<Void> under(Lease lease) {
    return Background.compute(this::due)
        .chain(step -> done(step, lease))
        .eventually(() -> leases.release(lease));
  }

  private Uni<Void> done(Step step, Lease lease) {
    return switch (step) {
      case NOTHING -> nothing();
      case FORGET_PREVIOUS -> onDisk(renewal::forgetPrevious);
      case GO_BACK ->
          onDisk(renewal::goBack)
              .invoke(
                  () -> failed("the vendor rejects the new token; the one before is in use again"));
      case RENEW -> renewal.renewed().chain(renewed -> written(renewed, lease));
    };
  }

  /** Not by one who was away for so long that another replica has taken over. */
  private Uni<Void> written(Renewed renewed, Lease lease) {
    return leases
        .take(LEASE, TERM)
        .chain(
            still ->
                lease.equals(still)
                    ? onDisk(() -> renewal.write(renewed)).invoke(() -> succeeded(renewed))
                    : nothing());
  }

  private void succeeded(Renewed renewed) {
    notBefore = clock.instant().plus(AFTER_SUCCESS);
    String expiry = renewed.next().expires().map(Instant::toString).orElse("unknown");
    last = "renewed at " + clock.instant() + ", until " + expiry;
    LOG.infof("The vendor's token was renewed; the new one expires at %s", expiry);
  }

  /** Messages of failures that are not ours could quote the token. */
  private void failed(Throwable failure) {
    failed(failure instanceof RenewalFailure ? failure.getMessage() : failure.getClass().getName());
  }

  private void failed(String why) {
    notBefore = clock.instant().plus(AFTER_FAILURE);
    last = "failed at " + clock.instant() + ": " + why;
    LOG.warnf("The vendor's token is not renewed: %s; trying again within %s", why, AFTER_FAILURE);
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private static Uni<Void> onDisk(Change change) {
    Callable<Void> work =
        () -> {
          change.run();
          return null;
        };
    return Background.compute(work);
  }

  private interface Change {
    void run() throws Exception;
  }
}
