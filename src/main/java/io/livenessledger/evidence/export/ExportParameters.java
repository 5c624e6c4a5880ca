package io.livenessledger.evidence.export;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import io.livenessledger.paging.Numbers;
import io.livenessledger.problem.Problem;
import io.livenessledger.record.history.RecordId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How a population is exported. */
public class ExportParameters {
  private static final int LARGEST_SAMPLE = 10_000;
  private static final int LONGEST_SEED = 200;

  @Parameter(
      schema =
          @Schema(
              enumeration = {"ndjson", "csv"},
              defaultValue = "ndjson"))
  @QueryParam("format")
  @DefaultValue("ndjson")
  String format;

  @Parameter(
      description = "Takes so many records of the population, each with the same chance.",
      schema = @Schema(type = INTEGER, minimum = "1", maximum = "10000"))
  @QueryParam("sample")
  String sample;

  @Parameter(
      description =
          "Decides which: those whose SHA-256 of seed, line feed and record id are the smallest.")
  @QueryParam("seed")
  String seed;

  @Parameter(
      description =
          "The header Export-Token of an export that was broken off: goes on with the same snapshot.")
  @QueryParam("exportToken")
  String exportToken;

  @Parameter(description = "With exportToken: id in the last line that was received whole.")
  @QueryParam("after")
  String after;

  /**
   * The form of the lines.
   *
   * @throws Problem {@code invalid-parameter}
   */
  Format format() {
    return switch (format) {
      case "ndjson" -> Format.NDJSON;
      case "csv" -> Format.CSV;
      default -> throw Problem.invalidParameter("format", "must be one of [ndjson, csv]");
    };
  }

  /** Forms of lines. */
  enum Format {
    NDJSON("application/x-ndjson"),
    CSV("text/csv; charset=utf-8; header=present");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    String mediaType() {
      return mediaType;
    }
  }

  /**
   * Records that are wanted of the population; 0 for all.
   *
   * @throws Problem {@code invalid-parameter}
   */
  int sampleSize() {
    if ((sample == null) != (seed == null)) {
      throw Problem.invalidParameter(
          sample == null ? "sample" : "seed", "is missing: sample and seed go together");
    }
    if (sample == null) {
      return 0;
    }
    if (seed.length() > LONGEST_SEED) {
      throw Problem.invalidParameter("seed", "must have at most " + LONGEST_SEED + " characters");
    }
    int size = Numbers.positive("sample", sample);
    if (size > LARGEST_SAMPLE) {
      throw Problem.invalidParameter("sample", "must be at most " + LARGEST_SAMPLE);
    }
    return size;
  }

  /**
   * The record behind which an export goes on; the empty text for the beginning.
   *
   * @throws Problem {@code invalid-parameter}
   */
  String goesOnAfter() {
    if (after != null && exportToken == null) {
      throw Problem.invalidParameter("exportToken", "is needed to go on after a record");
    }
    if (exportToken != null && sample != null) {
      throw Problem.invalidParameter("exportToken", "a sample is not resumed; ask again for it");
    }
    return after == null ? "" : new RecordId(asInCsv(after)).value();
  }

  /** An id that begins with a minus has an apostrophe before it in CSV; it may be copied. */
  private static String asInCsv(String id) {
    return id.startsWith("'-") ? id.substring(1) : id;
  }
}
