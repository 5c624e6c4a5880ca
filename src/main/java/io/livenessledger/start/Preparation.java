package io.livenessledger.start;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/** What comes before the application. */
public final class Preparation {
  private Preparation() {}

  /**
   * Completes the settings; then starts what dev mode brings along, or checks that nothing is
   * missing.
   *
   * @throws StartUpFailure when the program cannot run like this
   */
  public static void complete(Config config, boolean dev) {
    DatabaseUrls.complete(config);
    Authentication.complete(config);
    if (dev) {
      Companions.start(List.of(new EmbeddedStore(), new SandboxStandIn()), config);
    } else {
      RequiredSettings.check(config);
    }
  }
}
