package io.livenessledger.verifik;

import io.livenessledger.problem.setting.Count;
import io.livenessledger.problem.setting.DurationOrNone;
import io.livenessledger.problem.setting.PositiveCount;
import io.livenessledger.problem.setting.PositiveDuration;
import io.livenessledger.problem.setting.PositiveShare;
import io.livenessledger.problem.setting.PositiveSize;
import io.livenessledger.problem.setting.Switch;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the vendor's client; application.properties gives the reason for each number. */
@ConfigMapping(prefix = "ledger.vendor")
public interface VerifikConfig {
  /** True when the program runs against its sandbox vendor; set by the program itself. */
  @WithDefault("false")
  @WithConverter(Switch.class)
  boolean sandbox();

  /** An answer larger than this is not kept. */
  @WithDefault("1M")
  @WithConverter(PositiveSize.class)
  MemorySize maxBodySize();

  /** For one try, from asking to the last byte of the answer. */
  @WithDefault("PT10S")
  @WithConverter(PositiveDuration.class)
  Duration timeout();

  Retry retry();

  Breaker breaker();

  Bulkhead bulkhead();

  /** Tries again after network failures, timeouts, 5xx and 429. */
  interface Retry {
    /** Tries in all, the first included. */
    @WithDefault("3")
    @WithConverter(PositiveCount.class)
    int tries();

    /** Before the second try; doubled for each further one, with up to half of it as jitter. */
    @WithDefault("PT0.2S")
    @WithConverter(DurationOrNone.class)
    Duration delay();

    /** The longest wait between two tries; a vendor who demands more is not tried again. */
    @WithDefault("PT5S")
    @WithConverter(DurationOrNone.class)
    Duration maxDelay();
  }

  /** Stops calling a vendor that is down. */
  interface Breaker {
    /** Size of the window of latest tries. */
    @WithDefault("40")
    @WithConverter(PositiveCount.class)
    int tries();

    /** Opens when this part of the window has failed. */
    @WithDefault("0.8")
    @WithConverter(PositiveShare.class)
    double failureRatio();

    /** How long it stays open before it lets tries through. */
    @WithDefault("PT10S")
    @WithConverter(PositiveDuration.class)
    Duration delay();

    /** Tries that must then succeed for it to close. */
    @WithDefault("2")
    @WithConverter(PositiveCount.class)
    int successes();
  }

  /** Bounds what we ask of the vendor, and of ourselves, at a time. */
  interface Bulkhead {
    /** Fetches in flight at most. */
    @WithDefault("16")
    @WithConverter(PositiveCount.class)
    int concurrent();

    /** Fetches that may wait for one of those places. */
    @WithDefault("1000")
    @WithConverter(Count.class)
    int queued();

    /** Who waited longer than this for a place is turned away when its turn comes. */
    @WithDefault("PT30S")
    @WithConverter(PositiveDuration.class)
    Duration maxWait();
  }
}
