package io.livenessledger.verifik.token;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the vendor's token. */
@ConfigMapping(prefix = "ledger.vendor")
public interface TokenConfig {
  /** The vendor's token. {@code VERIFIK_TOKEN} in the environment is its short form. */
  Optional<String> token();

  /** File that holds the token; read again when it changes; wins over {@link #token()}. */
  Optional<Path> tokenFile();
}
