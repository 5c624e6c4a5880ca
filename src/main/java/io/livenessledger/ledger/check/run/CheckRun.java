package io.livenessledger.ledger.check.run;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.check.FactCheck;
import io.livenessledger.ledger.check.Finding;
import io.livenessledger.ledger.check.LoggedLeaf;
import io.livenessledger.ledger.check.run.StoredLog.Misplaced;
import io.livenessledger.ledger.check.run.TreeWalk.Hashed;
import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.TileHashes;
import io.livenessledger.store.Background;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One check, from the first leaf to the last of the tree that was published when it began.
 * Everything below that size never changes, so it is read in pieces, with no long transaction, and
 * a few pages are in memory at a time.
 */
final class CheckRun {
  private static final int CHECKPOINTS = 1000;

  /** Pages that are read and examined at a time: while one is added, the next are on their way. */
  private static final int AHEAD = 3;

  private final StoredLog log;
  private final Collection<FactCheck> factChecks;
  private final LoggedCheckpoint target;
  private final int pageSize;
  private final Findings findings = new Findings();
  private final TreeWalk tree = new TreeWalk(findings);
  private final CheckpointWalk checkpoints;
  private final Deque<LoggedCheckpoint> comingCheckpoints = new ArrayDeque<>();
  private final Deque<Uni<Examined>> comingPages = new ArrayDeque<>();
  private boolean givenUp;
  private long nextPage;
  private long lastCheckpointRead;

  /**
   * @param target the checkpoint whose tree is checked; null when there is none
   * @param pageSize leaves, rounded to whole tiles
   */
  CheckRun(
      StoredLog log,
      Collection<FactCheck> factChecks,
      SignedBy signedBy,
      LoggedCheckpoint target,
      int pageSize) {
    this.log = log;
    this.factChecks = factChecks;
    this.target = target;
    this.pageSize = Math.max(1, pageSize / Tile.FULL) * Tile.FULL;
    this.checkpoints = signedBy.walk(findings);
  }

  /** Makes the walk along the checkpoints for these findings. */
  interface SignedBy {
    CheckpointWalk walk(Findings findings);
  }

  /** A page, hashed, and what its facts' own check found. */
  private record Examined(Hashed hashed, List<Finding> findings) {}

  Findings findings() {
    return findings;
  }

  long leavesChecked() {
    return tree.size();
  }

  Digest root() {
    return tree.root();
  }

  private long size() {
    return target == null ? 0 : target.size();
  }

  /** Whether all leaves are in the tree. */
  boolean isThrough() {
    return tree.size() == size();
  }

  /** Whether there is an outcome. */
  boolean isOver() {
    return isThrough() || givenUp;
  }

  /** Ends with a finding: an obstacle that somebody put there is not a reason to say nothing. */
  void giveUp(long check, Throwable failure) {
    givenUp = true;
    findings.add(
        "check",
        check,
        "It could not go on after "
            + tree.size()
            + " leaves: what is stored cannot be read ("
            + failure.getClass().getSimpleName()
            + ").");
  }

  /** Adds the next page. */
  Uni<Void> step() {
    while (comingPages.size() < AHEAD && nextPage < size()) {
      comingPages.add(begun(page(nextPage)));
      nextPage += pageSize;
    }
    return comingPages.remove().chain(this::add);
  }

  /** Under way from now on, whenever its outcome is asked for. */
  private static <T> Uni<T> begun(Uni<T> work) {
    Uni<T> memoized = work.memoize().indefinitely();
    memoized.subscribe().with(done -> {}, failure -> {});
    return memoized;
  }

  private Uni<Examined> page(long from) {
    return log.page(from, Math.min(from + pageSize, size()), size())
        .chain(
            page ->
                facts(page.leaves())
                    .chain(
                        found ->
                            Background.compute(() -> new Examined(TreeWalk.hash(page), found))));
  }

  private Uni<List<Finding>> facts(List<LoggedLeaf> leaves) {
    List<LoggedLeaf> present = leaves.stream().filter(leaf -> leaf.data() != null).toList();
    return Multi.createFrom()
        .iterable(factChecks)
        .onItem()
        .transformToUniAndConcatenate(check -> check.examine(present))
        .onItem()
        .<Finding>disjoint()
        .collect()
        .asList();
  }

  private Uni<Void> add(Examined examined) {
    Hashed hashed = examined.hashed();
    long end = hashed.page().start() + hashed.page().leaves().size();
    return readCheckpointsTo(end)
        .chain(() -> vouchedFor(hashed))
        .chain(genuine -> Background.compute(() -> tree.add(hashed, genuine, passed(end))))
        .chain(this::compare)
        .invoke(() -> findings.addAll(examined.findings()));
  }

  private Uni<Set<Long>> vouchedFor(Hashed hashed) {
    if (hashed.disputed().isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    Map<Long, TileHashes> tiles = hashed.page().tilesByIndex();
    List<TileHashes> stored = new ArrayList<>();
    hashed.disputed().stream().filter(tiles::containsKey).map(tiles::get).forEach(stored::add);
    return log.vouchedFor(stored, target);
  }

  private Uni<Void> compare(List<TileHashes> computed) {
    return log.tiles(computed.stream().map(TileHashes::tile).toList())
        .invoke(stored -> tree.compare(computed, stored))
        .replaceWithVoid();
  }

  /** Reads on until a checkpoint of a larger size, or the last one that is looked at. */
  private Uni<Void> readCheckpointsTo(long end) {
    boolean enough = !comingCheckpoints.isEmpty() && comingCheckpoints.getLast().size() > end;
    if (enough || target == null || lastCheckpointRead >= target.number()) {
      return Uni.createFrom().voidItem();
    }
    return log.checkpoints(lastCheckpointRead, CHECKPOINTS)
        .chain(found -> Background.compute(() -> took(found)))
        .chain(any -> any ? readCheckpointsTo(end) : Uni.createFrom().voidItem());
  }

  private boolean took(List<LoggedCheckpoint> found) {
    for (LoggedCheckpoint checkpoint : found) {
      lastCheckpointRead = checkpoint.number();
      if (checkpoint.number() <= target.number()) {
        LoggedCheckpoint said = checkpoints.add(checkpoint);
        if (said != null && said.size() <= target.size()) {
          comingCheckpoints.add(said);
        }
      }
    }
    return !found.isEmpty();
  }

  private List<LoggedCheckpoint> passed(long end) {
    List<LoggedCheckpoint> passed = new ArrayList<>();
    while (!comingCheckpoints.isEmpty() && comingCheckpoints.getFirst().size() <= end) {
      passed.add(comingCheckpoints.removeFirst());
    }
    return passed;
  }

  /** What a walk along the leaves does not see. */
  Uni<Void> rest() {
    return readCheckpointsTo(Long.MAX_VALUE)
        .chain(() -> compare(tree.edge()))
        .invoke(checkpoints::end)
        .chain(this::misplaced)
        .chain(this::factsRest);
  }

  private Uni<Void> misplaced() {
    return log.misplaced().invoke(this::tellMisplaced).collect().last().replaceWithVoid();
  }

  private void tellMisplaced(Misplaced found) {
    findings.add(
        "entry",
        found.entry(),
        found.placed()
            ? "It has a place in the log and waits for another one."
            : "It was committed, and has no place in the log nor waits for one.");
  }

  private Uni<Void> factsRest() {
    return Multi.createFrom()
        .iterable(factChecks)
        .onItem()
        .transformToMultiAndConcatenate(FactCheck::examineRest)
        .invoke(findings::add)
        .collect()
        .last()
        .replaceWithVoid();
  }
}
