package io.livenessledger.bench.crowd;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.livenessledger.canonical.Digest;
import io.livenessledger.intake.Normalised;
import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.ledger.log.Opening;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.statement.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes records, each with its history. Without facts neither bodies nor statements belong to it.
 */
final class Writer {
  private static final byte[] NOT_FOUND = "{\"error\":\"not found\"}".getBytes(US_ASCII);

  static final Map<String, List<String>> FACT_COLUMNS =
      Map.of(
          "body",
          List.of(
              "record_id",
              "observation",
              "stored_at",
              "bytes",
              "digest",
              "content_type",
              "headers"),
          "ledger_entry",
          List.of("id", "leaf"),
          "ledger_pending",
          List.of("entry"),
          "observation_statement",
          List.of("record_id", "observation", "stored_at", "entry", "salt", "statement"));

  private final Map<String, Copy> tables;
  private final List<Integer> profiles;
  private final AtomicLong entries;
  private final boolean withFacts;

  /**
   * Into these tables.
   *
   * @param profiles of the kinds by their numbers; null when triggers find them
   * @param entries the number of the last ledger entry
   */
  Writer(Map<String, Copy> tables, List<Integer> profiles, AtomicLong entries, boolean withFacts) {
    this.tables = tables;
    this.profiles = profiles;
    this.entries = entries;
    this.withFacts = withFacts;
  }

  void write(Person person) throws SQLException {
    String id = person.id();
    List<Observation> seen = new ArrayList<>();
    // Without facts one that is nobody's, or the program would make statements of all of them
    Digest previous = withFacts ? null : Digest.sha256(id.getBytes(US_ASCII));
    Content content = null;
    Integer profile = null;
    int revision = 0;
    for (Person.Seen one : person.seen()) {
      int number = seen.size() + 1;
      byte[] bytes = withFacts ? NOT_FOUND : null;
      String data = "{\"_id\": \"" + id + "\"}";
      if (one.starts()) {
        revision++;
        content = person.contents().get(revision - 1);
        profile = profiles == null ? null : profiles.get(person.kinds().get(revision - 1));
      }
      if (withFacts && one.outcome() == Outcome.PRESENT) {
        bytes = Answer.of(id, person.contents().get(revision - 1));
        Normalised normalised = Normalised.of(id, bytes);
        content = normalised.content();
        data = normalised.data();
      }
      Digest body = bytes == null ? null : Digest.sha256(bytes);
      Observation observation = one.of(id, number, body, bytes == null ? null : bytes.length);
      seen.add(observation);
      tables.get("observation").row(Rows.observation(observation));
      if (one.starts()) {
        tables.get("revision").row(Rows.revision(observation, content, data, profile));
      }
      if (withFacts) {
        Content said = one.outcome() == Outcome.PRESENT ? content : null;
        body(observation, bytes);
        previous = statement(new Statement(observation, Map.of(), said, previous));
      }
    }
    tables
        .get("record")
        .row(Rows.record(id, seen, content, revision, Rows.bytes(previous), profile));
  }

  private void body(Observation of, byte[] bytes) throws SQLException {
    tables
        .get("body")
        .row(
            Arrays.asList(
                of.recordId().value(),
                of.number(),
                of.storedAt(),
                bytes,
                of.bodyDigest().bytes(),
                of.contentType(),
                "{}"));
  }

  private Digest statement(Statement statement) throws SQLException {
    Observation of = statement.observation();
    Opening opening = Opening.of(statement.canonical());
    Digest commitment = opening.commitment();
    long entry = entries.incrementAndGet();
    byte[] leaf = new Leaf(of.storedAt(), commitment, Statement.KIND).data();
    tables.get("ledger_entry").row(List.of(entry, leaf));
    tables.get("ledger_pending").row(List.of(entry));
    tables
        .get("observation_statement")
        .row(
            List.of(
                of.recordId().value(),
                of.number(),
                of.storedAt(),
                entry,
                opening.salt(),
                opening.statement()));
    return commitment;
  }
}
