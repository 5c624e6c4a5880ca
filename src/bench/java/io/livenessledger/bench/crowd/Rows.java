package io.livenessledger.bench.crowd;

import io.livenessledger.canonical.Digest;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Content.CheckResult;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.record.row.ContentColumns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rows of a record, as the program writes them (V0001). */
final class Rows {
  static final Map<String, List<String>> COLUMNS =
      Map.of(
          "record",
          withContent(
              "id, last_number, upstream, revision, observation, observed_at, stored_at, fetched_at,"
                  + " last_commitment, profile"),
          "revision",
          withContent("record_id, number, started_by, stored_at, data, profile"),
          "observation",
          columns(
              "record_id, number, outcome, trigger, fetched_at, stored_at, revision, starts_revision,"
                  + " vendor_status, body_digest, body_size, content_type, request_id, caller"));

  private Rows() {}

  private static List<String> columns(String names) {
    return List.of(names.split(", "));
  }

  private static List<String> withContent(String names) {
    return Stream.concat(columns(names).stream(), ContentColumns.NAMES.stream()).toList();
  }

  /** After its latest observation, of which there is no other outcome than these two. */
  static List<Object> record(
      String id,
      List<Observation> seen,
      Content content,
      int revision,
      byte[] last,
      Integer profile) {
    Observation latest = seen.get(seen.size() - 1);
    Instant fetchedAt =
        seen.stream()
            .filter(one -> one.trigger() != Trigger.SUBMITTED)
            .map(Observation::fetchedAt)
            .reduce(null, (before, next) -> next);
    return with(
        content,
        id,
        latest.number(),
        latest.outcome() == Outcome.ABSENT ? "GONE" : "PRESENT",
        revision,
        latest.number(),
        latest.fetchedAt(),
        latest.storedAt(),
        fetchedAt,
        last,
        profile);
  }

  static List<Object> revision(Observation start, Content content, String data, Integer profile) {
    return with(
        content,
        start.recordId().value(),
        start.revision(),
        start.number(),
        start.storedAt(),
        data,
        profile);
  }

  static List<Object> observation(Observation seen) {
    return Arrays.asList(
        seen.recordId().value(),
        seen.number(),
        seen.outcome(),
        seen.trigger(),
        seen.fetchedAt(),
        seen.storedAt(),
        seen.revision(),
        seen.startsRevision(),
        seen.vendorStatus(),
        bytes(seen.bodyDigest()),
        seen.bodySize(),
        seen.contentType(),
        seen.requestId(),
        seen.caller());
  }

  static byte[] bytes(Digest digest) {
    return digest == null ? null : digest.bytes();
  }

  private static List<Object> with(Content content, Object... values) {
    List<Object> row = new ArrayList<>(Arrays.asList(values));
    row.addAll(
        Arrays.asList(
            content.digest().bytes(),
            content.family(),
            content.client(),
            content.appRegistration(),
            content.status(),
            content.live(),
            content.aggregateProbability(),
            content.riskScore(),
            content.confidence(),
            content.ignoreDocumentCropped(),
            content.ignoreColourLess(),
            content.imageSaved(),
            content.imageUrl(),
            content.createdAt(),
            content.updatedAt(),
            content.completedAt()));
    add(row, content.screenReplay());
    add(row, content.printedCopy());
    add(row, content.portraitSubstitution());
    add(row, content.digitalManipulation());
    return row;
  }

  private static void add(List<Object> row, CheckResult check) {
    row.addAll(
        check == null
            ? Arrays.asList(new Object[8])
            : Arrays.asList(
                check.ran(),
                check.passed(),
                check.score(),
                check.probability(),
                check.calibration(),
                check.warnings(),
                check.errors(),
                check.details()));
  }
}
