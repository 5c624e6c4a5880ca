package io.livenessledger.verifik;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the vendor's client; application.properties gives the reason for each number. */
@ConfigMapping(prefix = "ledger.vendor")
public interface VerifikConfig {
  /** True when the program runs against its sandbox vendor; set by the program itself. */
  @WithDefault("false")
  boolean sandbox();

  /** An answer larger than this is not kept. */
  @WithDefault("1M")
  MemorySize maxBodySize();

  /** For one try, from asking to the last byte of the answer. */
  @WithDefault("PT10S")
  Duration timeout();

  Retry retry();

  Breaker breaker();

  Bulkhead bulkhead();

  /** Tries again after network failures, timeouts, 5xx and 429. */
  interface Retry {
    /** Tries in all, the first included. */
    @WithDefault("3")
    int tries();

    /** Before the second try; doubled for each further one, with up to half of it as jitter. */
    @WithDefault("PT0.2S")
    Duration delay();

    /** The longest wait between two tries; a vendor who demands more is not tried again. */
    @WithDefault("PT5S")
    Duration maxDelay();
  }

  /** Stops calling a vendor that is down. */
  interface Breaker {
    /** Size of the window of latest tries. */
    @WithDefault("40")
    int tries();

    /** Opens when this part of the window has failed. */
    @WithDefault("0.8")
    double failureRatio();

    /** How long it stays open before it lets tries through. */
    @WithDefault("PT10S")
    Duration delay();

    /** Tries that must then succeed for it to close. */
    @WithDefault("2")
    int successes();
  }

  /** Bounds what we ask of the vendor, and of ourselves, at a time. */
  interface Bulkhead {
    /** Fetches in flight at most. */
    @WithDefault("16")
    int concurrent();

    /** Fetches that may wait for one of those places. */
    @WithDefault("1000")
    int queued();

    /** Who waited longer than this for a place is turned away when its turn comes. */
    @WithDefault("PT30S")
    Duration maxWait();
  }
}
