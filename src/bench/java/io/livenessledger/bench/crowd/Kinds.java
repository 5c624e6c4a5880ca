package io.livenessledger.bench.crowd;

import io.livenessledger.record.history.Content.Family;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** All kinds, and how often each occurs: 30 % nested, 3 % not live, a tenth unknown. */
final class Kinds {
  private final List<Kind> kinds = new ArrayList<>();
  private double[] until = new double[0];
  private double sum;

  Kinds(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    add(0.610, 300, Family.FLAT, true, random);
    add(0.020, 90, Family.FLAT, false, random);
    add(0.070, 90, Family.FLAT, null, random);
    add(0.260, 60, Family.NESTED, true, random);
    add(0.010, 60, Family.NESTED, false, random);
    add(0.030, 12, Family.NESTED, null, random);
  }

  /** Of so many kinds the second is half as frequent as the first, the third a third ... */
  private void add(double share, int count, Family family, Boolean live, SplittableRandom random) {
    double weights = 0;
    for (int i = 1; i <= count; i++) {
      weights += 1.0 / i;
    }
    until = Arrays.copyOf(until, kinds.size() + count);
    for (int i = 1; i <= count; i++) {
      sum += share / i / weights;
      until[kinds.size()] = sum;
      kinds.add(Kind.draw(family, live, i == 1, random));
    }
  }

  List<Kind> all() {
    return kinds;
  }

  /** The number of a kind. */
  int draw(SplittableRandom random) {
    int found = Arrays.binarySearch(until, random.nextDouble() * sum);
    return Math.min(found < 0 ? -found - 1 : found, kinds.size() - 1);
  }
}
