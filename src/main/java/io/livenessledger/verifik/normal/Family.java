package io.livenessledger.verifik.normal;

/** The shapes in which the vendor gives a record; both may come from every call. */
public enum Family {
  /** {@code validationResults.<check>.passed}; what the specification shows. */
  NESTED,
  /** {@code <check>Score}, {@code validate<Check>}, {@code isLive}; what real traffic shows. */
  FLAT
}
