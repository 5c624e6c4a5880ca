package io.livenessledger.record.row;

import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Content.CheckResult;
import io.livenessledger.record.history.Content.Family;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of a content, which {@code record} and {@code revision} have in common (V0001). */
public final class ContentColumns {
  private static final List<String> MEMBERS =
      List.of(
          "content_digest",
          "family",
          "client",
          "app_registration",
          "status",
          "live",
          "aggregate_probability",
          "risk_score",
          "confidence",
          "ignore_document_cropped",
          "ignore_colour_less",
          "image_saved",
          "image_url",
          "created_at",
          "updated_at",
          "completed_at");
  private static final List<String> CHECKS =
      List.of("screen_replay", "printed_copy", "portrait_substitution", "digital_manipulation");
  private static final List<String> OF_A_CHECK =
      List.of(
          "ran", "passed", "score", "probability", "calibration", "warnings", "errors", "details");

  /** All of them. */
  public static final List<String> NAMES =
      Stream.concat(
              MEMBERS.stream(),
              CHECKS.stream()
                  .flatMap(check -> OF_A_CHECK.stream().map(member -> check + "_" + member)))
          .toList();

  private static final CheckResult NOTHING_SAID =
      new CheckResult(null, null, null, null, null, null, null, null);

  private ContentColumns() {}

  /** Of the table that has this name in the query, as {@link #content} reads them. */
  public static String of(String table) {
    return NAMES.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
  }

  /**
   * The content in the next columns.
   *
   * @throws RuntimeException when a column has a value that the program never writes
   */
  public static Content content(Columns next) {
    return new Content(
        next.digest(),
        family(next.text()),
        next.text(),
        next.text(),
        next.text(),
        next.flag(),
        next.number(),
        next.number(),
        next.number(),
        next.flag(),
        next.flag(),
        next.flag(),
        next.text(),
        next.instant(),
        next.instant(),
        next.instant(),
        check(next),
        check(next),
        check(next),
        check(next));
  }

  private static Family family(String name) {
    return name == null ? null : Family.valueOf(name);
  }

  private static CheckResult check(Columns next) {
    CheckResult said =
        new CheckResult(
            next.flag(),
            next.flag(),
            next.number(),
            next.number(),
            next.text(),
            next.words(),
            next.words(),
            next.text());
    return said.equals(NOTHING_SAID) ? null : said;
  }
}
