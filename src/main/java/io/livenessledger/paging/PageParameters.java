package io.livenessledger.paging;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import io.livenessledger.problem.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that every list has. */
public class PageParameters {
  static final int MAX_SIZE = 500;

  @Parameter(schema = @Schema(type = INTEGER, minimum = "1", maximum = "500", defaultValue = "50"))
  @QueryParam("pageSize")
  @DefaultValue("50")
  String pageSize;

  @Parameter(description = "nextPageToken of the page before; for a day, and for this list alone.")
  @QueryParam("pageToken")
  String pageToken;

  /**
   * Items on a page.
   *
   * @throws Problem {@code invalid-parameter} unless 1 to 500
   */
  public int size() {
    return size(pageSize);
  }

  /**
   * Items on a page of a list that has a {@code pageSize} and no page tokens.
   *
   * @throws Problem {@code invalid-parameter} unless 1 to 500
   */
  public static int size(String pageSize) {
    int size = Numbers.number(pageSize);
    if (size < 1 || size > MAX_SIZE) {
      throw Problem.invalidParameter("pageSize", "must be a whole number from 1 to " + MAX_SIZE);
    }
    return size;
  }

  /** Where to continue; null for the first page. */
  public String token() {
    return pageToken;
  }
}
