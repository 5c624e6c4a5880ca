package io.livenessledger.ledger.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.log.EntryProof;
import io.livenessledger.ledger.log.Opening;
import io.livenessledger.merkle.note.SignedNote;
import io.livenessledger.merkle.note.TlogProof;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proof as callers read it: enough to recompute the root from the body on. */
@Schema(name = "Proof", description = "That a fact is in the log.")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
public record ProofView(
    @Schema(description = "Index of the leaf.") long logIndex,
    @Schema(description = "Size of the checkpoint's tree.") long treeSize,
    @Schema(description = "Root hash of that tree, base64.") String rootHash,
    @Schema(description = "The inclusion proof (RFC 9162, 2.1.3), base64.") List<String> hashes,
    @Schema(description = "The signed checkpoint (C2SP tlog-checkpoint).") String checkpoint,
    @Schema(description = "The leaf's data, byte for byte.") String leaf,
    @Schema(description = "What the leaf commits to, byte for byte.") String statement,
    @Schema(description = "The leaf's commitment is SHA-256(salt ‖ statement). Base64.")
        String salt) {

  static ProofView of(OpenProof open) {
    EntryProof proof = open.proof();
    Opening opening = open.opening();
    return new ProofView(
        proof.inclusion().index(),
        proof.inclusion().size(),
        base64(proof.root()),
        proof.inclusion().hashes().stream().map(ProofView::base64).toList(),
        proof.checkpoint(),
        new String(proof.leaf(), UTF_8),
        new String(opening.statement(), UTF_8),
        Base64.getEncoder().encodeToString(opening.salt()));
  }

  private static String base64(Digest digest) {
    return Base64.getEncoder().encodeToString(digest.bytes());
  }

  /** As C2SP tlog-proof@v1; the leaf's data is its extra line. */
  static String text(EntryProof proof) {
    return TlogProof.of(
            proof.leaf(),
            proof.inclusion().index(),
            proof.inclusion().hashes(),
            SignedNote.parse(proof.checkpoint()))
        .format();
  }
}
