package io.livenessledger.ledger;

import io.livenessledger.ledger.check.Check;
import io.livenessledger.ledger.check.Finding;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A self-check as auditors read it. */
@Schema(name = "LedgerCheck", description = "A check of the whole ledger.")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
public record CheckView(
    long number,
    Check.State state,
    @Schema(description = "SCHEDULED: nobody asked.") Check.Trigger trigger,
    Instant requestedAt,
    @Schema(nullable = true) Instant startedAt,
    @Schema(nullable = true) Instant finishedAt,
    @Schema(description = "Leaves it is about; null until it begins.", nullable = true)
        Long treeSize,
    @Schema(description = "So far.") long leavesChecked,
    @Schema(description = "Recomputed, in base64; null until it ends.", nullable = true)
        String rootHash,
    int findingsTotal,
    @Schema(description = "The first thousand.") List<Finding> findings) {

  static CheckView of(Check check) {
    return check == null
        ? null
        : new CheckView(
            check.number(),
            check.state(),
            check.trigger(),
            check.requestedAt(),
            check.startedAt(),
            check.finishedAt(),
            check.treeSize(),
            check.leavesChecked(),
            check.root() == null ? null : check.root().base64(),
            check.findingsTotal(),
            check.findings());
  }

  CheckView withoutFindings() {
    return new CheckView(
        number,
        state,
        trigger,
        requestedAt,
        startedAt,
        finishedAt,
        treeSize,
        leavesChecked,
        rootHash,
        findingsTotal,
        List.of());
  }
}
