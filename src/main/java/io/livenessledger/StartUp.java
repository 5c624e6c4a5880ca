package io.livenessledger;

import io.livenessledger.start.StartUpFailure;
import io.livenessledger.store.embedded.EmbeddedPostgresException;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;

/**
 * Tells a person in plain lines why the program did not start: no stack trace above debug level.
 */
final class StartUp {
  private static final Logger LOG = Logger.getLogger(StartUp.class);

  private StartUp() {}

  /**
   * Runs the preparation; ends the JVM with code 1 if that fails in a way that has a plain line.
   */
  static void orRun(Runnable preparation) {
    try {
      preparation.run();
    } catch (StartUpFailure | EmbeddedPostgresException e) {
      // There is no log yet: it is the application that sets it up.
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Logs the failure of the application's start; the root cause is what an operator can act on. */
  static void log(Throwable failure) {
    String line = "Liveness Ledger did not start: " + oneLine(failure);
    if (InitialConfigurator.DELAYED_HANDLER.isActivated()) {
      LOG.error(line);
      LOG.debug("Start-up failure in full", failure);
    } else {
      System.err.println(line);
    }
  }

  /** The two innermost messages: the last one alone may be as bare as "Connection refused". */
  static String oneLine(Throwable failure) {
    Deque<String> messages = new ArrayDeque<>();
    for (Throwable cause = failure; cause != null; cause = next(cause)) {
      String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
      // Flyway draws a rule below its sentence and repeats it as a table.
      String line = message.strip().split("\\R-{3,}", 2)[0].replaceAll("\\s+", " ");
      if (messages.isEmpty() || !messages.getLast().contains(line)) {
        messages.addLast(line);
      }
    }
    String root = messages.removeLast();
    return messages.isEmpty() ? root : messages.removeLast() + ": " + root;
  }

  private static Throwable next(Throwable cause) {
    return cause.getCause() == cause ? null : cause.getCause();
  }
}
