package io.livenessledger.backfill;

import io.livenessledger.backfill.BackfillView.Outlook;
import io.livenessledger.backfill.job.Backfill;
import io.livenessledger.backfill.job.Backfill.Pass;
import io.livenessledger.backfill.job.Progress;
import io.livenessledger.vendor.BudgetPace;
import io.livenessledger.verifik.budget.Urgency;
import jakarta.enterprise.context.ApplicationScoped;

/** Says how long a backfill will take: as long as its calls take within the budget, or longer. */
@ApplicationScoped
class Outlooks {
  private static final int PAGE = 100;

  /** All but an empty list are read until a whole pass finds nothing new. */
  private static final int FEWEST_PASSES = 2;

  private final BudgetPace pace;

  Outlooks(BudgetPace pace) {
    this.pace = pace;
  }

  /** Of a dry run: what the same backfill would take if it were none. */
  Outlook of(Backfill job, Progress progress) {
    boolean isOver = job.state().hasEnded() && !job.order().dryRun();
    long calls = isOver ? 0 : progress.pending() + listCalls(job);
    Long seconds = isOver ? null : seconds(calls, progress);
    return new Outlook(progress.lastMinute(), calls, seconds);
  }

  private static long listCalls(Backfill job) {
    Pass pass = job.pass();
    long pages = Math.max(1, ((pass.listTotal() == null ? 0 : pass.listTotal()) + PAGE - 1) / PAGE);
    if (job.order().dryRun()) {
      return FEWEST_PASSES * pages;
    }
    boolean isAnotherToCome = pass.number() < FEWEST_PASSES || pass.found() > 0;
    long left = pass.nextPage() == null ? 0 : Math.max(1, pages - pass.nextPage() + 1);
    return left + (isAnotherToCome ? pages : 0);
  }

  private long seconds(long calls, Progress progress) {
    long within = pace.atLeast(Urgency.BACKFILL, calls).toSeconds();
    long rate = progress.lastMinute();
    return rate == 0 ? within : Math.max(within, progress.pending() * 60 / rate);
  }
}
