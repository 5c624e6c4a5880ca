package io.livenessledger.verifik.budget;

/** Why the vendor is called: what is less urgent leaves room for what is more. */
public enum Urgency {
  /** Somebody waits for the answer. */
  REFRESH,
  SCHEDULE,
  BACKFILL
}
