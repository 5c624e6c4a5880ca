package io.livenessledger.backfill;

import io.livenessledger.backfill.job.Backfill;
import io.livenessledger.backfill.job.Backfills;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes views of backfills, with their progress. */
@ApplicationScoped
class BackfillViews {
  private final Backfills backfills;
  private final Outlooks outlooks;

  BackfillViews(Backfills backfills, Outlooks outlooks) {
    this.backfills = backfills;
    this.outlooks = outlooks;
  }

  Uni<BackfillView> of(Backfill job) {
    return backfills
        .progress(job.id())
        .map(progress -> BackfillView.of(job, progress, outlooks.of(job, progress)));
  }

  /** In the same order. */
  Uni<List<BackfillView>> of(List<Backfill> jobs) {
    return Multi.createFrom()
        .iterable(jobs)
        .onItem()
        .transformToUniAndConcatenate(this::of)
        .collect()
        .asList();
  }
}
