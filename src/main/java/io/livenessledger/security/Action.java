package io.livenessledger.security;

/** What callers do, as the access audit names it. */
public enum Action {
  READ_RECORD(true),
  LIST_RECORDS(true),
  LOOK_UP_RECORDS(true),
  READ_STATISTICS(false),
  EXPORT_RECORDS(true),
  FOLLOW_CHANGES(true),
  LIST_STATES(true),
  LIST_OBSERVATIONS(true),
  READ_OBSERVATION(true),
  READ_BODY(true),
  PROVE_OBSERVATION(true),
  LIST_REVISIONS(true),
  DIFF_REVISIONS(true),
  REFRESH_RECORD(false),
  SUBMIT_OBSERVATION(false),
  ORDER_BACKFILL(false),
  READ_BACKFILL(false),
  LIST_BACKFILLS(false),
  LIST_BACKFILL_RECORDS(false),
  CANCEL_BACKFILL(false),
  READ_LEDGER(false),
  CHECK_LEDGER(false),
  READ_LEDGER_CHECK(false),
  LIST_ACCESS_EVENTS(true),
  PROVE_ACCESS_EVENT(true),
  REPORT_ACCESS(true),
  READ_ABOUT(false),
  LIST_WEBHOOKS(false),
  READ_WEBHOOK(false),
  LIST_WEBHOOK_DELIVERIES(false),
  REPLAY_WEBHOOK(false),
  PAUSE_WEBHOOK(false),
  RESUME_WEBHOOK(false);

  private final boolean discloses;

  Action(boolean discloses) {
    this.discloses = discloses;
  }

  /** Whether it shows personal data for its own sake, so that a purpose can be asked for. */
  public boolean discloses() {
    return discloses;
  }
}
