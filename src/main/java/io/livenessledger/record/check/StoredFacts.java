package io.livenessledger.record.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.check.FactRows;
import io.livenessledger.ledger.log.Opening;
import io.livenessledger.record.check.StoredFact.StartedRevision;
import io.livenessledger.record.check.StoredFact.StoredBody;
import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.Observation.Signature;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.row.Columns;
import io.livenessledger.record.row.ContentColumns;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.Map;

/** Reads everything stored of observations in one query, and builds the values from its rows. */
final class StoredFacts {
  private static final ObjectReader HEADERS = new ObjectMapper().readerForMapOf(String.class);

  /** What a row begins with; {@link #of} reads what follows, column by column. */
  static final int ENTRY = 0;

  static final int RECORD = 1;
  static final int NUMBER = 2;
  private static final int FIRST = 3;

  private static final String COLUMNS =
      """
      select s.entry, s.record_id, s.observation, s.stored_at, s.salt, s.statement,
             o.number is not null,
             o.outcome, o.trigger, o.fetched_at, o.stored_at, o.revision, o.starts_revision,
             o.vendor_status, o.body_digest, o.body_size, o.content_type, o.signature_date_time,
             o.signature_message, o.unreadable_reason, o.request_id, o.caller,
             b.bytes, b.content_type, cast(b.headers as text), b.digest, b.stored_at,
             sha256(p.salt || p.statement), c.content_digest,
             r.started_by, r.stored_at, cast(r.data as text),
      """;

  // Each body and statement has its observation's time, which says in which partition it lies.
  // A day more on either side, so that one whose time was altered a little is found, and compared.
  // Laterals with a limit for the reason that FactRows gives.
  private static final String FACTS =
      """
        left join observation o on o.record_id = s.record_id and o.number = s.observation
        left join lateral (
          select * from body
           where record_id = s.record_id and observation = s.observation
             and stored_at between s.stored_at - interval '1 day' and s.stored_at + interval '1 day'
           limit 1) b on true
        left join observation q
               on s.observation > 1 and q.record_id = s.record_id and q.number = s.observation - 1
        left join lateral (
          select salt, statement from observation_statement
           where record_id = q.record_id and observation = q.number
             and stored_at between q.stored_at - interval '1 day' and q.stored_at + interval '1 day'
           limit 1) p on true
        left join revision c
               on not o.starts_revision and c.record_id = o.record_id and c.number = o.revision
        left join revision r
               on o.starts_revision and r.record_id = o.record_id and r.number = o.revision
      """;
  private static final String SELECT = COLUMNS + ContentColumns.of("r");

  /** As {@link FactRows} asks. */
  static final String BY_ENTRIES =
      SELECT + FactRows.from("observation_statement", "stored_at", "s") + FACTS;

  /**
   * Parameters: record id, number, when it was stored. Ends with the leaf's data and whether there
   * must be one.
   */
  static final String BY_NUMBER =
      SELECT
          + ", e.leaf, held.last_commitment is not null from record held"
          + " left join observation_statement s on s.record_id = held.id and s.observation = $2"
          + " and s.stored_at = $3"
          + " left join ledger_entry e on e.id = s.entry "
          + FACTS
          + " where held.id = $1";

  private StoredFacts() {}

  /**
   * The values of a row.
   *
   * @throws RuntimeException when a column has a value that the program never writes
   */
  static StoredFact of(Row row) {
    RecordId id = new RecordId(row.getString(RECORD));
    Columns next = new Columns(row, FIRST);
    Instant storedAt = next.instant();
    Opening opening = new Opening(next.bytes(), next.bytes());
    Observation observation = observation(next, id, row.getInteger(NUMBER));
    StoredBody body = body(next);
    Digest previous = next.digest();
    Digest confirmed = next.digest();
    StartedRevision started = started(next);
    Content content = started == null ? confirmed(confirmed) : ContentColumns.content(next);
    return new StoredFact(storedAt, opening, observation, body, content, started, previous);
  }

  private static Observation observation(Columns next, RecordId id, int number) {
    boolean isThere = next.isTrue();
    String outcome = next.text();
    String trigger = next.text();
    Observation found =
        new Observation(
            id,
            number,
            isThere ? Outcome.valueOf(outcome) : null,
            isThere ? Trigger.valueOf(trigger) : null,
            next.instant(),
            next.instant(),
            next.integer(),
            next.isTrue(),
            next.integer(),
            next.digest(),
            next.integer(),
            next.text(),
            new Signature(next.text(), next.text()),
            next.text(),
            next.text(),
            next.text());
    return isThere ? found : null;
  }

  private static StoredBody body(Columns next) {
    byte[] bytes = next.bytes();
    String contentType = next.text();
    String headers = next.text();
    Digest digest = next.digest();
    Instant storedAt = next.instant();
    return bytes == null
        ? null
        : new StoredBody(new Body(bytes, contentType, parsed(headers)), digest, storedAt);
  }

  private static Map<String, String> parsed(String headers) {
    try {
      return HEADERS.readValue(headers);
    } catch (JsonProcessingException quotesTheText) {
      throw new IllegalStateException("headers");
    }
  }

  private static StartedRevision started(Columns next) {
    Integer startedBy = next.integer();
    Instant storedAt = next.instant();
    String data = next.text();
    return startedBy == null ? null : new StartedRevision(startedBy, storedAt, data);
  }

  private static Content confirmed(Digest digest) {
    return digest == null
        ? null
        : new Content(
            digest, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null);
  }
}
