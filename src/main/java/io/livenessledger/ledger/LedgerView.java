package io.livenessledger.ledger;

import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.ledger.log.Standing;
import io.livenessledger.merkle.note.NoteVerifier;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the ledger stands. */
@Schema(name = "Ledger", description = "How far the log has got, and whether it was found intact.")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
public record LedgerView(
    String origin,
    @Schema(description = "Leaves that a published checkpoint covers.") long size,
    @Schema(description = "Leaves that have a place in line.") long sequenced,
    @Schema(description = "Leaves that are in the tree.") long integrated,
    @Schema(description = "Leaves that a checkpoint covers.") long published,
    @Schema(description = "Committed entries that wait for their place.") long pending,
    @Schema(description = "Age of the oldest of these; 0 when there is none.")
        BigDecimal lagSeconds,
    @Schema(description = "What signs checkpoints, the main key first.") List<Key> keys,
    @Schema(nullable = true) PublishedCheckpoint checkpoint,
    @Schema(description = "The latest that has ended.", nullable = true) CheckView lastCheck,
    @Schema(description = "The one that waits or runs.", nullable = true) CheckView runningCheck) {

  /**
   * A key that signs checkpoints.
   *
   * @param id eight hexadecimal digits
   * @param vkey what verifies them (C2SP signed-note)
   */
  @Schema(name = "LedgerKey")
  public record Key(String id, String vkey) {
    static Key of(NoteVerifier verifier) {
      return new Key(verifier.keyIdHex(), verifier.vkey());
    }
  }

  /**
   * The latest checkpoint.
   *
   * @param number 1, 2, 3 … without gaps
   * @param rootHash base64
   */
  @Schema(name = "LedgerCheckpoint")
  public record PublishedCheckpoint(long number, long size, String rootHash, Instant publishedAt) {
    static PublishedCheckpoint of(LoggedCheckpoint last) {
      return last == null
          ? null
          : new PublishedCheckpoint(
              last.number(), last.size(), last.root().base64(), last.publishedAt());
    }
  }

  static LedgerView of(SigningKeys keys, Standing.State now, CheckView last, CheckView open) {
    long published = now.published() == null ? 0 : now.published().size();
    return new LedgerView(
        keys.origin(),
        published,
        now.sequenced(),
        now.integrated(),
        published,
        now.pending(),
        BigDecimal.valueOf(now.lag().toMillis(), 3),
        keys.verifiers().stream().map(Key::of).toList(),
        PublishedCheckpoint.of(now.published()),
        last,
        open);
  }
}
