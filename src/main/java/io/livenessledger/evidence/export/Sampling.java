package io.livenessledger.evidence.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.canonical.Digest;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Picks records of a population uniformly, so that anybody can pick the same again: those whose
 * SHA-256 of seed, line feed and id are the smallest. Holds no more than it picks.
 */
final class Sampling {
  private final int size;
  private final String seed;
  private final PriorityQueue<Picked> picked =
      new PriorityQueue<>(Comparator.comparing(Picked::place).reversed());
  private long of;

  Sampling(int size, String seed) {
    this.size = size;
    this.seed = seed;
  }

  private record Picked(String place, String id) {}

  void offer(String id) {
    of++;
    picked.add(new Picked(Digest.sha256((seed + '\n' + id).getBytes(UTF_8)).hex(), id));
    if (picked.size() > size) {
      picked.poll();
    }
  }

  /** How many there were to pick from. */
  long of() {
    return of;
  }

  /** In the order of the ids. */
  List<String> picked() {
    return picked.stream().map(Picked::id).sorted().toList();
  }
}
