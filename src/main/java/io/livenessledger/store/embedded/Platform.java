package io.livenessledger.store.embedded;

import java.util.Locale;

/** The machine this JVM runs on, in the words of the archives' names. */
final class Platform {
  private Platform() {}

  static boolean isWindows() {
    return system().equals("windows");
  }

  /** Resource name of the archive with this platform's server. */
  static String archiveName() {
    return "postgres-" + system() + "-" + architecture() + ".txz";
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return "windows";
    }
    return name.startsWith("mac") ? "darwin" : "linux";
  }

  private static String architecture() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> name;
    };
  }
}
