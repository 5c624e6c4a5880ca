package io.livenessledger.ledger.check.run;

import io.livenessledger.ledger.check.Finding;
import java.util.ArrayList;
import java.util.List;

/** What a check has found: counts all, keeps the first. Not safe for several threads. */
final class Findings {
  static final int MOST_KEPT = 1000;

  private final List<Finding> kept = new ArrayList<>();
  private int total;

  void add(Finding finding) {
    total++;
    if (kept.size() < MOST_KEPT) {
      kept.add(finding);
    }
  }

  void add(String what, Object which, String detail) {
    add(new Finding(what, String.valueOf(which), detail));
  }

  void addAll(List<Finding> findings) {
    findings.forEach(this::add);
  }

  int total() {
    return total;
  }

  List<Finding> kept() {
    return List.copyOf(kept);
  }
}
