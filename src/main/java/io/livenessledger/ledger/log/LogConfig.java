package io.livenessledger.ledger.log;

import io.livenessledger.problem.setting.PositiveCount;
import io.livenessledger.problem.setting.PositiveDuration;
import io.livenessledger.problem.setting.Switch;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the log. */
@ConfigMapping(prefix = "ledger.log")
public interface LogConfig {
  /** The origin that says it was never chosen. */
  String DEFAULT_ORIGIN = "liveness-ledger.invalid/log";

  /**
   * Names the log in every checkpoint, for ever: the public address of {@code /log} without its
   * scheme.
   */
  @WithDefault(DEFAULT_ORIGIN)
  String origin();

  /** The Ed25519 private key that signs checkpoints: PKCS#8 in a PEM file. */
  Optional<Path> keyFile();

  /** While keys are rotated, the other key: it signs too. */
  Optional<Path> secondKeyFile();

  /** Whether {@code /log} is open to everybody; else to auditors. */
  @WithDefault("true")
  @WithConverter(Switch.class)
  boolean open();

  /** Whether this replica takes its turn at sequencing; else it only appends and reads. */
  @WithDefault("true")
  @WithConverter(Switch.class)
  boolean sequencer();

  Batch batch();

  /** How long a sequencer that fell silent is waited for. */
  @WithDefault("PT3S")
  @WithConverter(PositiveDuration.class)
  Duration leaseTerm();

  /** What one batch takes. */
  interface Batch {
    /** Entries at most; more are waiting for the next one, which then follows at once. */
    @WithDefault("4096")
    @WithConverter(PositiveCount.class)
    int size();

    /** From one batch to the next while few entries come. */
    @WithDefault("PT0.2S")
    @WithConverter(PositiveDuration.class)
    Duration interval();
  }
}
