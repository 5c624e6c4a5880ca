package io.livenessledger.verifik.token;

import io.livenessledger.problem.setting.PositiveCount;
import io.livenessledger.problem.setting.PositiveDuration;
import io.livenessledger.problem.setting.Switch;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the vendor's token; application.properties gives the reason for each number. */
@ConfigMapping(prefix = "ledger.vendor")
public interface TokenConfig {
  /** The vendor's token. {@code VERIFIK_TOKEN} in the environment is its short form. */
  Optional<String> token();

  /** File that holds the token; read again when it changes; wins over {@link #token()}. */
  Optional<Path> tokenFile();

  Renewal renewal();

  /** Has the vendor renew a token that is about to expire. */
  interface Renewal {
    /** Needs {@link TokenConfig#tokenFile()}, in a directory that the program can write to. */
    @WithDefault("false")
    @WithConverter(Switch.class)
    boolean enabled();

    /** How long before its expiry a token is renewed. */
    @WithDefault("P7D")
    @WithConverter(PositiveDuration.class)
    Duration before();

    /** For how many months the vendor is asked to make the new one valid. */
    @WithDefault("1")
    @WithConverter(PositiveCount.class)
    int months();
  }
}
