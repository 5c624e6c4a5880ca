package io.livenessledger.backfill.run;

import io.livenessledger.backfill.job.Backfill;
import io.livenessledger.backfill.job.Backfill.Pause;
import io.livenessledger.backfill.job.Failure;
import io.livenessledger.backfill.job.Item;
import io.livenessledger.backfill.job.JobSteps;
import io.livenessledger.backfill.job.JobSteps.Outcomes;
import io.livenessledger.backfill.job.JobSteps.Run;
import io.livenessledger.intake.Fetches;
import io.livenessledger.intake.Origin;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.current.RefreshResult;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.store.Background;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Fetches some records beside each other. */
@ApplicationScoped
class Fetching {
  private final Fetches fetches;
  private final JobSteps steps;
  private final Background background;
  private final BackfillConfig config;
  private final Retries retries;

  Fetching(Fetches fetches, JobSteps steps, Background background, BackfillConfig config) {
    this.fetches = fetches;
    this.steps = steps;
    this.background = background;
    this.config = config;
    this.retries = new Retries(config.retry());
  }

  /** How many to fetch next: one tries whether a vendor is up again. */
  int batch(Backfill job) {
    return job.pause().failures() > 0 ? 1 : config.concurrent();
  }

  /** Fetches these, and notes what came of each. */
  Uni<Void> all(Run run, List<Item> items) {
    return Multi.createFrom()
        .iterable(items)
        .onItem()
        .transformToUni(item -> background.run(() -> one(run.job(), item)))
        .merge(config.concurrent())
        .collect()
        .asList()
        .chain(ended -> background.run(() -> noted(run, ended)));
  }

  /** One of the last three is null unless it came to that. */
  private record Ended(Item item, Appended appended, Problem problem) {}

  private Uni<Ended> one(Backfill job, Item item) {
    Origin origin = new Origin(job.requestId(), job.caller());
    return fetches
        .fetched(item.recordId(), Trigger.BACKFILL, origin, appended -> written(job, appended))
        .map(appended -> ended(item, appended))
        .onFailure(Fetching::isOfVendor)
        .recoverWithItem(failure -> new Ended(item, null, (Problem) failure));
  }

  /** One that is unreadable is kept, but it is not the record. */
  private Uni<Void> written(Backfill job, Appended appended) {
    return appended.result() == RefreshResult.UNREADABLE
        ? Uni.createFrom().voidItem()
        : steps.fetched(job, appended);
  }

  private static Ended ended(Item item, Appended appended) {
    if (appended.result() != RefreshResult.UNREADABLE) {
      return new Ended(item, appended, null);
    }
    String kept = "Kept as observation " + appended.observation().number() + ".";
    return new Ended(item, null, Problem.of(ProblemCode.VENDOR_ANSWER_UNREADABLE, kept));
  }

  private static boolean isOfVendor(Throwable failure) {
    return failure instanceof Problem problem && problem.code().code().startsWith("vendor-");
  }

  private Uni<Void> noted(Run run, List<Ended> all) {
    List<Appended> fetched = new ArrayList<>();
    List<RecordId> gone = new ArrayList<>();
    List<Failure> failed = new ArrayList<>();
    Problem ofAll = null;
    for (Ended one : all) {
      if (one.problem() == null) {
        fetched.add(one.appended());
      } else if (one.problem().code() == ProblemCode.VENDOR_RECORD_NOT_FOUND) {
        gone.add(one.item().recordId());
      } else if (Retries.isOfAll(one.problem())) {
        ofAll = one.problem();
      } else {
        failed.add(new Failure(one.item().recordId(), one.item().tries(), one.problem()));
      }
    }
    return steps.ended(
        run,
        new Outcomes(fetched, gone, failed),
        retries::delay,
        config.retry().fetches(),
        pause(run.job(), all.size() == failed.size() ? failed : List.of(), ofAll));
  }

  /** Null unless the job as a whole has to wait. */
  private Pause pause(Backfill job, List<Failure> onlyFailures, Problem ofAll) {
    if (ofAll != null) {
      return Retries.untilOver(ofAll, job.pause().failures());
    }
    return onlyFailures.isEmpty()
        ? null
        : retries.afterFailures(onlyFailures.get(0).problem(), job.pause().failures() + 1);
  }
}
