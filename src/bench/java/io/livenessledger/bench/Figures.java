package io.livenessledger.bench;

import java.util.Arrays;
import java.util.Locale;

/** Prints what was measured, one line a figure. */
final class Figures {
  private Figures() {}

  static void print(String what, String format, Object... values) {
    line("FIGURE %s: %s", what, String.format(Locale.ROOT, format, values));
  }

  /** A line of a table, or beside one. */
  static void line(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** Of durations in nanoseconds, in milliseconds. */
  static void percentiles(String what, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    print(
        what,
        "p50 %.2f ms, p99 %.2f ms, max %.2f ms of %d",
        at(sorted, 0.50),
        at(sorted, 0.99),
        at(sorted, 1),
        sorted.length);
  }

  private static double at(long[] sorted, double quantile) {
    int place = (int) Math.ceil(quantile * sorted.length) - 1;
    return sorted[Math.max(0, place)] / 1e6;
  }
}
