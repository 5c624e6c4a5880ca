package io.livenessledger.backfill.run;

import io.livenessledger.backfill.job.Backfill;
import io.livenessledger.backfill.job.Backfill.Pass;
import io.livenessledger.backfill.job.JobSteps;
import io.livenessledger.backfill.job.JobSteps.Run;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.store.Background;
import io.livenessledger.verifik.VendorAnswer;
import io.livenessledger.verifik.VerifikGateway;
import io.livenessledger.verifik.budget.Urgency;
import io.livenessledger.verifik.list.ListPage;
import io.livenessledger.verifik.list.ListReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the vendor's list, page after page. */
@ApplicationScoped
class ListReading {
  private final ListReader reader = new ListReader();
  private final VerifikGateway gateway;
  private final JobSteps steps;
  private final Retries retries;

  ListReading(VerifikGateway gateway, JobSteps steps, BackfillConfig config) {
    this.gateway = gateway;
    this.steps = steps;
    this.retries = new Retries(config.retry());
  }

  /** Reads the next page of the pass under way; a page that cannot be read is waited for. */
  Uni<Void> nextPage(Run run) {
    Backfill job = run.job();
    return gateway
        .list(job.pass().nextPage(), job.order().status(), Urgency.BACKFILL)
        .chain(answer -> read(answer, job.pass().nextPage()))
        .chain(page -> steps.pageRead(run, page, next(page, job.pass())))
        .onFailure(ListReading::isOfVendor)
        .recoverWithUni(failure -> failed(run, (Problem) failure));
  }

  private static boolean isOfVendor(Throwable failure) {
    return failure instanceof Problem problem && problem.code().blamesVendor();
  }

  private Uni<ListPage> read(VendorAnswer answer, int page) {
    boolean isList = !answer.isAbsent() && answer.body() != null;
    return Background.compute(() -> isList ? reader.read(answer.body()).orElse(null) : null)
        .onItem()
        .ifNull()
        .failWith(() -> unreadable(page));
  }

  private static Problem unreadable(int page) {
    return Problem.of(
        ProblemCode.VENDOR_ANSWER_UNREADABLE,
        "The vendor's answer is not page " + page + " of its list.");
  }

  /** Where the vendor does not say how many pages there are, only an empty one is the last. */
  private static Integer next(ListPage page, Pass pass) {
    boolean isLast = page.pages() != null && pass.nextPage() >= page.pages();
    boolean isEmpty = page.items().isEmpty() && page.nameless() == 0;
    return isLast || isEmpty || page.ids().equals(pass.lastPage()) ? null : pass.nextPage() + 1;
  }

  private Uni<Void> failed(Run run, Problem problem) {
    int failures = run.job().pause().failures();
    return steps.await(
        run,
        Retries.isOfAll(problem)
            ? Retries.untilOver(problem, failures)
            : retries.afterFailures(problem, failures + 1));
  }
}
