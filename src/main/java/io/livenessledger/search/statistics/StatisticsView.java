package io.livenessledger.search.statistics;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A population in numbers. What the vendor did not say is counted under null. */
@Schema(name = "Statistics")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
record StatisticsView(
    @Schema(description = "When they were read, or the instant whose knowledge they are of.")
        Instant asOf,
    @Schema(
            description =
                "SUMMARY: from kept counts, which are exact and of this moment; RECORDS: counted for"
                    + " this answer; SAMPLE: counted in a fixed 128th part of the records, and"
                    + " multiplied. Such a count of n has a standard error of the square root of"
                    + " 127 n: 1 % at n = 1,270,000.")
        Source source,
    long count,
    List<Counted<String>> status,
    List<Counted<Boolean>> live,
    @Schema(description = "A record with two failed checks is counted with both.")
        List<Counted<String>> failedCheck,
    List<Counted<String>> warning,
    List<Counted<String>> client,
    @Schema(description = "By the vendor's creation time; days are UTC, weeks begin on Monday.")
        List<Counted<LocalDate>> created,
    @Schema(description = "By the observation that established the state.")
        List<Counted<LocalDate>> observed,
    @Schema(description = "By the name of the number; a check that did not run has none.")
        Map<String, Distribution> percentiles) {

  /** Where the counts come from. */
  enum Source {
    SUMMARY,
    RECORDS,
    SAMPLE
  }

  /** How many have a value. */
  record Counted<T>(@Schema(nullable = true) T value, long count) {}

  /**
   * How a number is distributed. Each percentile is a value that occurs.
   *
   * @param records those that were read and have the number
   * @param exact whether all of the population were read; else a part chosen by a hash of the id
   */
  record Distribution(
      @Schema(description = "Records that were read and have the number.") long records,
      @Schema(description = "Whether all were read, or a fixed 128th part.") boolean exact,
      @Schema(nullable = true) BigDecimal min,
      @Schema(nullable = true) BigDecimal p1,
      @Schema(nullable = true) BigDecimal p5,
      @Schema(nullable = true) BigDecimal p25,
      @Schema(nullable = true) BigDecimal p50,
      @Schema(nullable = true) BigDecimal p75,
      @Schema(nullable = true) BigDecimal p95,
      @Schema(nullable = true) BigDecimal p99,
      @Schema(nullable = true) BigDecimal max) {
    /** Where nothing was read that has the number. */
    static Distribution none(boolean exact) {
      return new Distribution(0, exact, null, null, null, null, null, null, null, null, null);
    }
  }
}
