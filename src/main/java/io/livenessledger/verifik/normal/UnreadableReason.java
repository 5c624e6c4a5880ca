package io.livenessledger.verifik.normal;

/** Why the body of a 2xx answer is not the record that was asked for. */
public enum UnreadableReason {
  /** No bytes, or white space alone. */
  EMPTY("The vendor's answer has an empty body."),
  /** HTML, truncated, followed by something else, nested too deeply, not UTF-8. */
  NOT_JSON("The vendor's answer is not a JSON text."),
  NOT_AN_OBJECT("The vendor's answer is JSON, but not an object."),
  NO_DATA("The vendor's answer has no data."),
  /** An array, as in the answer to a listing, or a scalar. */
  DATA_NOT_AN_OBJECT("The data of the vendor's answer is not a single record."),
  NO_RECORD_ID("The record in the vendor's answer has no id."),
  WRONG_RECORD_ID("The record in the vendor's answer is not the one asked for."),
  /** No RFC 8785 form: a duplicate name, an unpaired surrogate, a number beyond a double. */
  NOT_CANONICAL("The record in the vendor's answer has no canonical form."),
  /** PostgreSQL cannot hold it: U+0000, or a number of excessive precision or scale. */
  NOT_STORABLE("The record in the vendor's answer holds values that cannot be stored."),
  /** Found by the gateway, which does not read such a body to its end. */
  TOO_LARGE("The vendor's answer is larger than the limit.");

  private final String description;

  UnreadableReason(String description) {
    this.description = description;
  }

  /** One sentence for people; holds nothing of the body. */
  public String description() {
    return description;
  }
}
