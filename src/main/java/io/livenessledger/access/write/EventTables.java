package io.livenessledger.access.write;

import io.livenessledger.access.event.AccessEvent;
import io.livenessledger.ledger.log.Opening;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** Writes events with their ledger entries (V0006). */
final class EventTables {
  /**
   * Any number of events in one statement, which is a transaction of its own. An entry is told from
   * the others by its leaf, since that holds a random commitment.
   */
  private static final String APPEND_ALL =
      """
      with event as (
        select * from unnest($1::bytea[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[],
                             $7::text[], $8::text[], $9::bytea[], $10::bytea[])
          as e (leaf, at, action, outcome, subject, purpose, record_id, record_ids, salt, statement)),
      entry as (insert into ledger_entry (leaf) select leaf from event returning id, leaf),
      waiting as (insert into ledger_pending (entry) select id from entry)
      insert into access_event
             (entry, at, action, outcome, subject, purpose, record_id, record_ids, salt, statement)
      select n.id, e.at, e.action, e.outcome, e.subject, e.purpose, e.record_id,
             string_to_array(e.record_ids, ' '), e.salt, e.statement
        from event e join entry n on n.leaf = e.leaf
      """;

  /** One event in the caller's session. */
  private static final String APPEND =
      """
      insert into access_event
             (entry, at, action, outcome, subject, purpose, record_id, salt, statement)
      values (ledger_append(?1), ?2, ?3, ?4, nullif(?5, ''), nullif(?6, ''), nullif(?7, ''), ?8, ?9)
      """;

  private static final String APPEND_FAILURE =
      "insert into access_failure (first_at, last_at, events) values ($1, $2, $3)";

  private EventTables() {}

  static Uni<Void> append(SqlConnection connection, List<AccessEvent> events) {
    int size = events.size();
    Buffer[] leaves = new Buffer[size];
    Buffer[] salts = new Buffer[size];
    Buffer[] statements = new Buffer[size];
    for (int i = 0; i < size; i++) {
      Opening opening = Opening.of(events.get(i).statement());
      leaves[i] = Buffer.buffer(events.get(i).leaf(opening).data());
      salts[i] = Buffer.buffer(opening.salt());
      statements[i] = Buffer.buffer(opening.statement());
    }
    Tuple columns =
        Tuple.tuple()
            .addValue(leaves)
            .addValue(events.stream().map(e -> utc(e.at())).toArray(OffsetDateTime[]::new))
            .addValue(events.stream().map(e -> e.action().name()).toArray(String[]::new))
            .addValue(events.stream().map(e -> e.outcome().name()).toArray(String[]::new))
            .addValue(events.stream().map(AccessEvent::subject).toArray(String[]::new))
            .addValue(events.stream().map(AccessEvent::purpose).toArray(String[]::new))
            .addValue(events.stream().map(AccessEvent::recordId).toArray(String[]::new))
            .addValue(events.stream().map(EventTables::several).toArray(String[]::new))
            .addValue(salts)
            .addValue(statements);
    return connection.preparedQuery(APPEND_ALL).execute(columns).replaceWithVoid();
  }

  /** Record ids have no blanks. */
  private static String several(AccessEvent event) {
    return event.recordIds().size() > 1 ? String.join(" ", event.recordIds()) : null;
  }

  /** An event about at most one record, in the session of the caller's transaction. */
  static Uni<Void> append(AccessEvent event) {
    Opening opening = Opening.of(event.statement());
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(APPEND)
                    .setParameter(1, event.leaf(opening).data())
                    .setParameter(2, event.at())
                    .setParameter(3, event.action().name())
                    .setParameter(4, event.outcome().name())
                    .setParameter(5, Objects.requireNonNullElse(event.subject(), ""))
                    .setParameter(6, Objects.requireNonNullElse(event.purpose(), ""))
                    .setParameter(7, Objects.requireNonNullElse(event.recordId(), ""))
                    .setParameter(8, opening.salt())
                    .setParameter(9, opening.statement())
                    .executeUpdate())
        .replaceWithVoid();
  }

  static Uni<Void> appendFailure(SqlConnection connection, Failures failures) {
    return connection
        .preparedQuery(APPEND_FAILURE)
        .execute(Tuple.of(utc(failures.first()), utc(failures.last()), failures.events()))
        .replaceWithVoid();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Events that could not be written, of which the store was not told yet. */
  record Failures(Instant first, Instant last, long events) {
    Failures and(Failures later) {
      return new Failures(first, later.last, events + later.events);
    }
  }
}
