package io.livenessledger.backfill;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps backfills from callers who may see some clients' records alone: a list names all. */
@ApplicationScoped
class WholeAccount {
  private final Caller caller;

  WholeAccount(Caller caller) {
    this.caller = caller;
  }

  /**
   * Lets callers pass who may see all.
   *
   * @throws Problem {@code forbidden}
   */
  void require() {
    if (caller.clients().isPresent()) {
      throw Problem.of(
          ProblemCode.FORBIDDEN, "Backfills are for callers who may see all clients' records.");
    }
  }
}
