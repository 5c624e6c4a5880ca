package io.livenessledger.backfill;

import io.livenessledger.backfill.job.Item.State;
import io.livenessledger.paging.Names;
import io.livenessledger.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which records of which backfill are listed. */
record ItemList(long backfill, Set<State> states) {

  /**
   * The list that is asked for.
   *
   * @param states names; none for all
   * @throws Problem {@code invalid-parameter}
   */
  static ItemList of(long backfill, List<String> states) {
    Set<State> wanted = new TreeSet<>();
    states.forEach(name -> wanted.add(Names.oneOf("state", State.values(), name)));
    return new ItemList(backfill, wanted.isEmpty() ? Set.of(State.values()) : wanted);
  }

  /** For page tokens. */
  String name() {
    return "backfill-records " + backfill + " " + new TreeSet<>(states);
  }
}
