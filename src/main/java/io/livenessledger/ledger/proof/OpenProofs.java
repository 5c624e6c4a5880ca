package io.livenessledger.ledger.proof;

import io.livenessledger.ledger.log.EntryProof;
import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.ledger.log.Opening;
import io.livenessledger.ledger.log.Proofs;
import io.livenessledger.ledger.log.TamperedLogException;
import io.livenessledger.merkle.InvalidProofException;
import io.livenessledger.store.Background;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;

/** Proves facts, as soon as they are published. */
@ApplicationScoped
public class OpenProofs {
  /** From one look to the next: a quarter of the usual time between two checkpoints. */
  private static final Duration STEP = Duration.ofMillis(50);

  private final Proofs proofs;

  OpenProofs(Proofs proofs) {
    this.proofs = proofs;
  }

  /**
   * The proof of a fact; null when it is not published within this time. Fails with {@link
   * TamperedLogException} when what is stored does not prove what it says. Not to be called inside
   * a transaction.
   *
   * @param leaf what the fact's leaf must be
   */
  public Uni<OpenProof> of(long entry, Opening opening, Leaf leaf, Duration patience) {
    return awaited(entry, patience)
        .onFailure(InvalidProofException.class)
        .transform(invalid -> new TamperedLogException(invalid.getMessage()))
        .onItem()
        .ifNotNull()
        .transform(proof -> opened(leaf, proof, opening));
  }

  private Uni<EntryProof> awaited(long entry, Duration patience) {
    return proofs
        .of(entry)
        .chain(
            proof ->
                proof != null || patience.isZero()
                    ? Uni.createFrom().item(proof)
                    : again(entry, patience));
  }

  private Uni<EntryProof> again(long entry, Duration patience) {
    Duration step = patience.compareTo(STEP) < 0 ? patience : STEP;
    return Background.pause(step).chain(() -> awaited(entry, patience.minus(step)));
  }

  private static OpenProof opened(Leaf leaf, EntryProof proof, Opening opening) {
    if (!Arrays.equals(leaf.data(), proof.leaf())) {
      throw new TamperedLogException("The leaf is not the statement's");
    }
    return new OpenProof(proof, opening);
  }
}
