package io.livenessledger.evidence.export;

import io.livenessledger.record.RecordView;
import io.livenessledger.record.RecordView.Check;
import io.livenessledger.record.RecordView.Checks;
import io.livenessledger.record.RecordView.Freshness;
import io.livenessledger.record.RecordView.Vendor;
import io.livenessledger.record.history.Observation.Signature;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * A record as a row. Columns are only ever added, at the end. What the vendor did not say is an
 * empty field; several warnings or errors are separated by blanks. A text that a spreadsheet would
 * take for a formula has an apostrophe before it; numbers are never changed.
 */
final class CsvRow {
  static final CSVFormat FORMAT = CSVFormat.RFC4180;

  static final List<String> HEADER = header();

  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** What a spreadsheet takes for the beginning of a formula, or skips before one. */
  private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

  private final List<String> fields = new ArrayList<>(HEADER.size());

  private CsvRow() {}

  private static List<String> header() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "id",
                "client",
                "appRegistration",
                "status",
                "live",
                "aggregateProbability",
                "riskScore",
                "confidence"));
    Stream.of("screenReplay", "printedCopy", "portraitSubstitution", "digitalManipulation")
        .flatMap(
            check ->
                Stream.of(
                        "Ran",
                        "Passed",
                        "Score",
                        "Probability",
                        "Calibration",
                        "Warnings",
                        "Errors",
                        "Details")
                    .map(member -> check + member))
        .forEach(names::add);
    names.addAll(
        List.of(
            "ignoreDocumentCropped",
            "ignoreColourLess",
            "imageSaved",
            "imageUrl",
            "createdAt",
            "updatedAt",
            "completedAt",
            "signatureDateTime",
            "signatureMessage",
            "family",
            "observation",
            "observedAt",
            "storedAt",
            "revision",
            "upstream",
            "freshness"));
    return List.copyOf(names);
  }

  static List<String> of(RecordView record) {
    CsvRow row = new CsvRow();
    row.text(record.id().value())
        .text(record.client())
        .text(record.appRegistration())
        .text(record.status())
        .plain(record.live())
        .number(record.aggregateProbability())
        .number(record.riskScore())
        .number(record.confidence());
    Checks checks = record.checks();
    Stream.of(
            checks.screenReplay(),
            checks.printedCopy(),
            checks.portraitSubstitution(),
            checks.digitalManipulation())
        .forEach(row::check);
    row.plain(record.flags().ignoreDocumentCropped())
        .plain(record.flags().ignoreColourLess())
        .plain(record.image().saved())
        .text(record.image().url());
    row.vendor(record.vendor());
    row.freshness(record.freshness());
    return row.fields;
  }

  private void check(Check check) {
    plain(check.ran())
        .plain(check.passed())
        .number(check.score())
        .number(check.probability())
        .text(check.calibration())
        .text(String.join(" ", check.warnings()))
        .text(String.join(" ", check.errors()))
        .text(check.details());
  }

  private void vendor(Vendor vendor) {
    Signature signature = vendor.signature();
    instant(vendor.createdAt())
        .instant(vendor.updatedAt())
        .instant(vendor.completedAt())
        .text(signature == null ? null : signature.dateTime())
        .text(signature == null ? null : signature.message())
        .plain(vendor.family());
  }

  private void freshness(Freshness freshness) {
    plain(freshness.observation())
        .instant(freshness.observedAt())
        .instant(freshness.storedAt())
        .plain(freshness.revision())
        .plain(freshness.upstream())
        .plain(freshness.state());
  }

  private CsvRow text(String text) {
    boolean formula = text != null && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    return add(formula ? "'" + text : text);
  }

  private CsvRow number(BigDecimal number) {
    return add(number == null ? null : number.toPlainString());
  }

  private CsvRow instant(Instant instant) {
    return add(instant == null ? null : INSTANT.format(instant));
  }

  /** What is ours, and no text of anybody's. */
  private CsvRow plain(Object value) {
    return add(value == null ? null : value.toString());
  }

  private CsvRow add(String field) {
    fields.add(field == null ? "" : field);
    return this;
  }
}
