package io.livenessledger.start;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Starts what dev mode brings along, and sees to it that it ends with the JVM. */
final class Companions {
  private Companions() {}

  static void start(List<Companion> companions, Config config) {
    for (Companion companion : companions) {
      if (companion.isWanted(config)) {
        // Before the start: Ctrl-C during a long first start must not leave anything behind.
        Runtime.getRuntime().addShutdownHook(new StopAfterApplication(companion));
        companion.start(config);
      }
    }
  }

  private static final class StopAfterApplication extends Thread {
    private final Companion companion;

    StopAfterApplication(Companion companion) {
      super("stop " + companion.getClass().getSimpleName());
      this.companion = companion;
    }

    @Override
    public void run() {
      ApplicationRun.awaitEnd();
      companion.stop();
    }
  }
}
