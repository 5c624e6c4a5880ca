package io.livenessledger.start;

import java.util.concurrent.TimeUnit;

/**
 * Whether the application is running, known to the whole JVM: the shutdown hook that asks may be
 * from a class loader before a live reload, the application from one after it. So the state is a
 * system property and its monitor an interned string, which every class loader shares.
 */
public final class ApplicationRun {
  private static final String RUNNING = "io.livenessledger.application.running";
  private static final Object MONITOR = RUNNING.intern();
  // Longer than the application takes to end its requests, shorter than what comes before kill -9.
  private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(20);

  private ApplicationRun() {}

  public static void begins() {
    synchronized (MONITOR) {
      System.setProperty(RUNNING, "true");
    }
  }

  public static void ended() {
    synchronized (MONITOR) {
      System.clearProperty(RUNNING);
      MONITOR.notifyAll();
    }
  }

  /** Returns when the application has ended, or does not end. */
  static void awaitEnd() {
    long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
    synchronized (MONITOR) {
      while (System.getProperty(RUNNING) != null && System.nanoTime() < deadline) {
        try {
          TimeUnit.NANOSECONDS.timedWait(MONITOR, deadline - System.nanoTime());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    }
  }
}
