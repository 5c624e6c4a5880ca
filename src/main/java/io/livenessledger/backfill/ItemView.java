package io.livenessledger.backfill;

import io.livenessledger.backfill.job.Item;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.RecordId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record that a backfill has to do with. */
@Schema(name = "BackfillItem")
record ItemView(
    RecordId recordId,
    @Schema(
            description =
                "PENDING: to be fetched, perhaps once more. HELD: need not be. FAILED: tried as often"
                    + " as it may be. UNLISTED: held, and the last whole pass did not name it.")
        Item.State state,
    @Schema(description = "Null until it is fetched.", nullable = true) RefreshResult result,
    @Schema(description = "The observation that the fetch made.", nullable = true)
        Integer observation,
    @Schema(description = "Fetches that were made.") int fetches,
    @Schema(nullable = true) Instant nextTryAt,
    @Schema(description = "Code of the latest fetch's problem.", nullable = true) String problem,
    @Schema(nullable = true) String detail) {

  static ItemView of(Item item) {
    return new ItemView(
        item.recordId(),
        item.state(),
        item.result(),
        item.observation(),
        item.tries(),
        item.nextTryAt(),
        item.problem(),
        item.detail());
  }
}
