package io.livenessledger.verifik.token;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Counts the days until the token expires, and says once a day that they are few. */
@ApplicationScoped
class TokenWatch {
  private static final Logger LOG = Logger.getLogger(TokenWatch.class);
  private static final Duration LOOK = Duration.ofHours(1);

  /** Short of a day: looks are an hour apart, and the hour of the warning shall not wander. */
  private static final Duration SILENCE = Duration.ofHours(23).plusMinutes(30);

  private final TokenStanding standing;
  private final Clock clock;
  private final Vertx vertx;
  private final MeterRegistry registry;

  private volatile Gauge gauge;
  private volatile Instant warnedAt = Instant.MIN;
  private volatile long timer;

  TokenWatch(TokenStanding standing, Clock clock, Vertx vertx, MeterRegistry registry) {
    this.standing = standing;
    this.clock = clock;
    this.vertx = vertx;
    this.registry = registry;
  }

  void start(@Observes StartupEvent started) {
    gauge =
        Gauge.builder("ledger.vendor.token.days.left", standing, TokenStanding::daysLeft)
            .description("Days until the vendor's token expires; not a number when it is unknown")
            .register(registry);
    timer = vertx.setPeriodic(LOOK.toMillis(), again -> look());
    look();
  }

  /** The registry outlives a live reload, and would go on asking the gauge from before it. */
  void stop(@Observes ShutdownEvent stopping) {
    vertx.cancelTimer(timer);
    registry.remove(gauge);
  }

  /** Warns, unless it did so within a day. */
  synchronized void look() {
    Instant now = clock.instant();
    if (warnedAt.isBefore(now.minus(SILENCE))) {
      standing
          .expiring()
          .ifPresent(
              action -> {
                LOG.warn(action);
                warnedAt = now;
              });
    }
  }
}
