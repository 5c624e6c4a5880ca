package io.livenessledger.record.history;

import com.fasterxml.jackson.annotation.JsonValue;
import io.livenessledger.problem.ParameterError;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Identifies a record at the vendor ({@code data._id}).
 *
 * @param value 1–128 of {@code A-Za-z0-9_-}
 */
@Schema(
    type = SchemaType.STRING,
    pattern = RecordId.PATTERN,
    examples = "document_liveness_123456789",
    description = "The record's id at the vendor.")
public record RecordId(@JsonValue String value) {
  /** What a record id looks like, for documentation. */
  public static final String PATTERN = "^[A-Za-z0-9_-]{1,128}$";

  private static final Pattern VALID = Pattern.compile(PATTERN);

  /**
   * Checks the value.
   *
   * @throws Problem {@code invalid-record-id}
   */
  public RecordId {
    if (value == null || !VALID.matcher(value).matches()) {
      String detail = "must be 1 to 128 characters of A-Z a-z 0-9 _ -";
      throw Problem.of(ProblemCode.INVALID_RECORD_ID, "The record id " + detail + ".")
          .withErrors(List.of(new ParameterError("id", detail)));
    }
  }

  /** Reads a path parameter; the name is Jakarta REST's convention. */
  public static RecordId fromString(String value) {
    return new RecordId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
