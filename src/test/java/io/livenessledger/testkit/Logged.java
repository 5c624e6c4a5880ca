package io.livenessledger.testkit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What an operator reads in the log: lines at INFO and above, with their stack traces. */
public final class Logged {
  private Logged() {}

  /** All that this JVM logged while the action ran. */
  public static List<String> during(Runnable action) {
    Collector collector = new Collector();
    Logger root = Logger.getLogger("");
    root.addHandler(collector);
    try {
      action.run();
    } finally {
      root.removeHandler(collector);
    }
    return List.copyOf(collector.lines);
  }

  private static final class Collector extends Handler {
    private final Formatter format = new PatternFormatter("%c %s%e");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord logged) {
      if (logged.getLevel().intValue() >= Level.INFO.intValue()) {
        lines.add(format.format(logged));
      }
    }

    @Override
    public void flush() {
      // Nothing is held back
    }

    @Override
    public void close() {
      // Nothing is open
    }
  }
}
