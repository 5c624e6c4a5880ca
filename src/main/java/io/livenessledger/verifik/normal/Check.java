package io.livenessledger.verifik.normal;

/** The four checks of a document-liveness validation, in the order in which we show them. */
public enum Check {
  SCREEN_REPLAY("screenReplay"),
  PRINTED_COPY("printedCopy"),
  PORTRAIT_SUBSTITUTION("portraitSubstitution"),
  DIGITAL_MANIPULATION("digitalManipulation");

  private final String vendorName;

  Check(String vendorName) {
    this.vendorName = vendorName;
  }

  /** The vendor's name in {@code validationResults}, and the stem of the flat family's members. */
  String vendorName() {
    return vendorName;
  }
}
