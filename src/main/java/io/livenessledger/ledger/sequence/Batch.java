package io.livenessledger.ledger.sequence;

import io.livenessledger.ledger.log.LogConfig;
import io.livenessledger.ledger.log.LogTables;
import io.livenessledger.ledger.log.LogTables.EdgeTile;
import io.livenessledger.ledger.log.LogTables.PlacedLeaf;
import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.ledger.log.TamperedLogException;
import io.livenessledger.merkle.Frontier;
import io.livenessledger.merkle.TileHashes;
import io.livenessledger.merkle.TreeHash;
import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.lease.Lease;
import io.livenessledger.store.lease.Leases;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One step of the log: committed entries get their places in line, enter the tree, and are covered
 * by a signed checkpoint, all in one transaction. After a crash the log is exactly as before or
 * exactly as after.
 */
@ApplicationScoped
class Batch {
  private final LogConfig config;
  private final SigningKeys keys;
  private final Leases leases;
  private final Transactions transactions;
  private final Clock clock;

  Batch(LogConfig config, SigningKeys keys, Leases leases, Transactions transactions, Clock clock) {
    this.config = config;
    this.keys = keys;
    this.leases = leases;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The log between two batches. */
  private record Position(List<EdgeTile> edge, LoggedCheckpoint last) {
    boolean isUnpublished() {
      return last == null;
    }
  }

  /** What a batch adds. */
  private record Growth(List<TileHashes> full, List<EdgeTile> edge, LoggedCheckpoint checkpoint) {}

  /**
   * Takes what waits, under the lease. Publishes also when nothing waits but the latest checkpoint
   * lacks the signature of one of the keys.
   *
   * @return how many leaves were added; fails with {@code LeaseLostException}, or with {@link
   *     TamperedLogException} when nothing may be built on what is stored
   */
  Uni<Integer> run(Lease lease) {
    return transactions.committedOn(
        connection ->
            leases
                .fence(connection, lease, config.leaseTerm())
                .chain(() -> BatchTables.byKeysOnly(connection))
                .chain(() -> position(connection))
                .chain(position -> step(connection, position)));
  }

  private static Uni<Position> position(SqlConnection connection) {
    return LogTables.edge(connection)
        .chain(edge -> LogTables.lastCheckpoint(connection).map(last -> new Position(edge, last)));
  }

  private Uni<Integer> step(SqlConnection connection, Position position) {
    long size = sizeOf(position);
    return BatchTables.place(connection, size, config.batch().size())
        .chain(
            leaves ->
                leaves.isEmpty() && isSigned(position)
                    ? Uni.createFrom().item(0)
                    : add(connection, position, leaves).replaceWith(leaves.size()));
  }

  private static long sizeOf(Position position) {
    return Edge.frontier(position.edge()).size();
  }

  private boolean isSigned(Position position) {
    return !position.isUnpublished() && keys.allSigned(position.last().note());
  }

  private Uni<Void> add(SqlConnection connection, Position position, List<PlacedLeaf> leaves) {
    return Background.compute(() -> grow(position, leaves))
        .chain(
            growth ->
                BatchTables.writeTiles(connection, growth.full())
                    .chain(() -> BatchTables.writeEdge(connection, growth.edge()))
                    .chain(() -> BatchTables.writeCheckpoint(connection, growth.checkpoint())));
  }

  private Growth grow(Position position, List<PlacedLeaf> leaves) {
    Frontier frontier = Edge.frontier(position.edge());
    requireUnaltered(frontier, position);
    List<TileHashes> full =
        frontier.append(leaves.stream().map(leaf -> TreeHash.ofLeaf(leaf.data())).toList());
    return new Growth(full, Edge.of(frontier), checkpoint(frontier, position));
  }

  /** A signature must never cover a tree that does not continue the one signed before. */
  private void requireUnaltered(Frontier frontier, Position position) {
    if (position.isUnpublished()) {
      if (frontier.size() > 0) {
        throw new TamperedLogException("There is a tree but no checkpoint of it");
      }
      return;
    }
    LoggedCheckpoint last = position.last();
    Optional<String> objection = keys.objectionTo(last.note());
    if (objection.isPresent()) {
      throw new TamperedLogException(objection.get());
    }
    Checkpoint signed = SigningKeys.checkpoint(last.note());
    if (signed.size() != frontier.size() || !signed.root().equals(frontier.root())) {
      throw new TamperedLogException(
          "The tree of size "
              + frontier.size()
              + " is not the one of the last checkpoint, of size "
              + signed.size());
    }
  }

  private LoggedCheckpoint checkpoint(Frontier frontier, Position position) {
    Checkpoint checkpoint =
        new Checkpoint(keys.origin(), frontier.size(), frontier.root(), List.of());
    return new LoggedCheckpoint(
        position.isUnpublished() ? 1 : position.last().number() + 1,
        checkpoint.size(),
        checkpoint.root(),
        keys.sign(checkpoint).encode(),
        publishedAt(position));
  }

  /** Never before the one before it, whatever the clocks of other replicas said. */
  private Instant publishedAt(Position position) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean isBehind = !position.isUnpublished() && now.isBefore(position.last().publishedAt());
    return isBehind ? position.last().publishedAt() : now;
  }
}
