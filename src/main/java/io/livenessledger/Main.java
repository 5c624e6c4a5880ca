package io.livenessledger;

import io.livenessledger.start.ApplicationRun;
import io.livenessledger.start.Preparation;
import io.quarkus.dev.console.DevConsoleManager;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;

/**
 * Starts the program. In dev mode this runs once more after each live reload, in a new class loader
 * of the same JVM.
 */
@QuarkusMain
public class Main {
  public static void main(String... args) {
    // A build that trains the class archive runs this too, with no database and for no longer.
    if (!ApplicationLifecycleManager.isAppCDSGeneration()) {
      StartUp.orRun(Main::prepare);
    }
    ApplicationRun.begins();
    if (args.length == 1 && args[0].equals(RebuildCommand.NAME)) {
      RebuildCommand.closeInterface();
      Quarkus.run(RebuildCommand.class, Main::ended, args);
    } else {
      Quarkus.run(null, Main::ended, args);
    }
  }

  private static void prepare() {
    boolean dev = DevConsoleManager.getHotReplacementContext() != null;
    if (dev) {
      // The application would set it too, but later than its settings are read here for the first
      // time.
      LaunchMode.set(LaunchMode.DEVELOPMENT);
    }
    // Not ConfigProvider's: in a native executable that is, until the application sets its own, the
    // one of the time when it was built, which knows nothing of today's environment.
    Preparation.complete(ConfigUtils.configBuilder().build(), dev);
  }

  private static void ended(int exitCode, Throwable failure) {
    if (failure != null) {
      StartUp.log(failure);
    }
    ApplicationRun.ended();
    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
  }
}
