package io.livenessledger.ledger.log;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.log.LogTables.PlacedLeaf;
import io.livenessledger.merkle.ConsistencyProof;
import io.livenessledger.merkle.InclusionProof;
import io.livenessledger.merkle.ProofPlan;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.TileHashes;
import io.livenessledger.merkle.TreeHash;
import io.livenessledger.store.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Proofs from the stored tiles. */
@ApplicationScoped
public class Proofs {
  private final Transactions transactions;

  Proofs(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * That the entry is in the tree of the latest checkpoint; null while it is in none. Fails with
   * {@link TamperedLogException} when the stored tiles do not prove what the checkpoint says.
   */
  public Uni<EntryProof> of(long entry) {
    return transactions.readOn(
        connection ->
            LogTables.covered(connection, entry)
                .chain(
                    found ->
                        found == null
                            ? Uni.createFrom().nullItem()
                            : proof(connection, found.leaf(), found.last())));
  }

  private static Uni<EntryProof> proof(
      SqlConnection connection, PlacedLeaf leaf, LoggedCheckpoint last) {
    ProofPlan plan = ProofPlan.inclusion(leaf.index(), last.size());
    return LogTables.tiles(connection, plan.tiles())
        .map(tiles -> new InclusionProof(leaf.index(), last.size(), hashes(plan, tiles)))
        .invoke(proof -> proof.verify(TreeHash.ofLeaf(leaf.data()), last.root()))
        .map(proof -> new EntryProof(proof, last.root(), last.note(), leaf.data()));
  }

  /**
   * That the tree of one size begins with the tree of another.
   *
   * @return null when the log has not got that far
   */
  public Uni<ConsistencyProof> consistency(long from, long to) {
    ProofPlan plan = ProofPlan.consistency(from, to);
    return transactions.readOn(
        connection ->
            LogTables.lastCheckpoint(connection)
                .chain(
                    last ->
                        last == null || last.size() < to
                            ? Uni.createFrom().nullItem()
                            : LogTables.tiles(connection, plan.tiles())
                                .map(t -> new ConsistencyProof(from, to, hashes(plan, t)))));
  }

  /** From stored tiles that are as wide as the plan wants, or wider. */
  private static List<Digest> hashes(ProofPlan plan, List<TileHashes> stored) {
    Map<Tile, TileHashes> byPlace =
        stored.stream()
            .collect(
                Collectors.toMap(t -> t.tile().full(), Function.identity(), TileHashes::wider));
    return plan.hashes(wanted -> present(wanted, byPlace.get(wanted.full())));
  }

  private static TileHashes present(Tile wanted, TileHashes stored) {
    if (stored == null || stored.tile().width() < wanted.width()) {
      throw new TamperedLogException("The stored " + wanted.path() + " is missing");
    }
    return stored.prefix(wanted.width());
  }
}
