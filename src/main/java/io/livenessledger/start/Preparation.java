package io.livenessledger.start;

import io.quarkus.runtime.ImageMode;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** What comes before the application. */
public final class Preparation {
  /**
   * A native executable has no dev mode. A constant, known when it is built, so that nothing of
   * what dev mode brings along becomes a part of it: the libraries that unpack PostgreSQL are not
   * even there then.
   */
  private static final boolean HAS_DEV_MODE = !ImageMode.current().isNativeImage();

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
    if (HAS_DEV_MODE && dev) {
      Companions.start(List.of(new EmbeddedStore(), new SandboxStandIn()), config);
    } else {
      RequiredSettings.check(config);
    }
  }
}
