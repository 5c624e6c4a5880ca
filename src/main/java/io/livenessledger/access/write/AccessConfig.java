package io.livenessledger.access.write;

import io.livenessledger.problem.setting.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How calls are audited. */
@ConfigMapping(prefix = "ledger.access")
public interface AccessConfig {
  /** Whether whoever reads personal data must say why, in the header {@code Access-Purpose}. */
  @WithDefault("required")
  Demand purpose();

  /** The purposes there are; without a list every text is one. */
  Optional<List<String>> purposes();

  /** How long a call waits for the commit of its event before it is refused. */
  @WithDefault("PT5S")
  @WithConverter(PositiveDuration.class)
  Duration timeout();

  /** Whether something must be there. */
  enum Demand {
    REQUIRED,
    OPTIONAL
  }
}
