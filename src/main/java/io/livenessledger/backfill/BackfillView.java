package io.livenessledger.backfill;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.livenessledger.backfill.job.Backfill;
import io.livenessledger.backfill.job.Backfill.State;
import io.livenessledger.backfill.job.Order;
import io.livenessledger.backfill.job.Order.Scope;
import io.livenessledger.backfill.job.Progress;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A backfill as operators see it: ids and counts, no content. */
@Schema(name = "Backfill", description = "A job that fetches what the vendor's list names.")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
record BackfillView(
    long id,
    State state,
    Scope scope,
    @Schema(
            description = "Of scope OLDER: whose latest fetch is older is fetched.",
            nullable = true)
        Instant fetchedBefore,
    @Schema(nullable = true) String status,
    boolean fetchUnlisted,
    boolean dryRun,
    String caller,
    Instant requestedAt,
    @Schema(nullable = true) Instant startedAt,
    @Schema(nullable = true) Instant endedAt,
    @Schema(description = "Readings of the whole list that have begun.") int pass,
    @Schema(description = "Pages of the list that were read, in all passes.") int listCalls,
    @Schema(description = "Records, by what the vendor said last.", nullable = true)
        Integer listTotal,
    @Schema(description = "Items of the latest pass without an id that can be asked for.")
        int nameless,
    Records records,
    Outlook outlook,
    @Schema(description = "Why it does not go on just now.", nullable = true) Waiting waiting) {

  /** What came of the records so far. */
  @Schema(name = "BackfillRecords")
  record Records(
      @Schema(description = "Named by the list.") long discovered,
      @Schema(description = "Of them, those that need not be fetched.") long held,
      @Schema(description = "To be fetched; retrying are those of them that failed before.")
          long pending,
      long retrying,
      @Schema(description = "Fetched: the sum of the next five.") long fetched,
      @JsonProperty("new") long created,
      long changed,
      long unchanged,
      long returned,
      @Schema(description = "The vendor has them no longer, though the list may name them.")
          long gone,
      @Schema(description = "Tried as often as they may be; listed with their problems.")
          long failed,
      @Schema(description = "Held, and not named by the last whole pass: not assumed gone.")
          long unlisted) {

    static Records of(Progress progress) {
      return new Records(
          progress.discovered(),
          progress.held(),
          progress.pending(),
          progress.waiting(),
          progress.fetched(),
          progress.created(),
          progress.changed(),
          progress.unchanged(),
          progress.returned(),
          progress.gone(),
          progress.failed(),
          progress.unlisted());
    }
  }

  /** How it will go on, as far as that can be said. */
  @Schema(name = "BackfillOutlook")
  record Outlook(
      @Schema(description = "Records fetched in the last minute.") long ratePerMinute,
      @Schema(description = "Vendor calls to come, those for further pages of the list included.")
          long vendorCalls,
      @Schema(
              description = "As the budget and the rate allow; null when it has ended.",
              nullable = true)
          Long seconds) {}

  /** Why it waits. */
  @Schema(name = "BackfillWaiting")
  record Waiting(
      Instant until,
      @Schema(description = "Code of the problem.") String problem,
      @Schema(description = "One sentence for people.") String detail) {}

  static BackfillView of(Backfill job, Progress progress, Outlook outlook) {
    Order order = job.order();
    return new BackfillView(
        job.id(),
        job.state(),
        order.scope(),
        order.fetchedBefore(),
        order.status(),
        order.fetchUnlisted(),
        order.dryRun(),
        job.caller(),
        job.requestedAt(),
        job.startedAt(),
        job.endedAt(),
        job.pass().number(),
        job.pass().listCalls(),
        job.pass().listTotal(),
        job.pass().nameless(),
        Records.of(progress),
        outlook,
        waiting(job));
  }

  private static Waiting waiting(Backfill job) {
    boolean isWaiting = job.pause().until() != null && !job.state().hasEnded();
    return isWaiting
        ? new Waiting(job.pause().until(), job.pause().problem(), job.pause().detail())
        : null;
  }
}
