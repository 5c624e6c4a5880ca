package io.livenessledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** The resident memory of a process, looked at ten times a second (Linux). */
final class Memory implements AutoCloseable {
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<Long> samples = new ArrayList<>();
  private final Path status;

  Memory(long pid) {
    status = Path.of("/proc", Long.toString(pid), "status");
    ScheduledFuture<?> unused =
        clock.scheduleAtFixedRate(this::look, 0, 100, TimeUnit.MILLISECONDS);
  }

  private synchronized void look() {
    try {
      samples.add(resident(status));
    } catch (IOException gone) {
      clock.shutdown();
    }
  }

  /** What a process has now, in MiB. */
  static long resident(long pid) throws IOException {
    return resident(Path.of("/proc", Long.toString(pid), "status"));
  }

  private static long resident(Path status) throws IOException {
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
      }
    }
    throw new IOException("The process has ended");
  }

  /** In MiB: at the beginning, after each quarter of the time, and the most. */
  synchronized String quartiles() {
    StringBuilder text = new StringBuilder();
    for (int quarter = 0; quarter <= 4; quarter++) {
      text.append(samples.get(quarter * (samples.size() - 1) / 4)).append(' ');
    }
    return text + "max " + samples.stream().mapToLong(Long::longValue).max().orElse(0);
  }

  @Override
  public void close() {
    clock.shutdown();
  }
}
