package io.livenessledger.access.query;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.ZoneOffset;

/** The query for a filter: a condition for each thing that is asked, so that indexes serve it. */
final class EventSql {
  private static final String SELECT =
      """
      select a.entry, a.at, a.salt, a.statement, l.leaf_index
        from access_event a left join ledger_leaf l on l.entry = a.entry
       where a.entry < $1
      """;

  /** The records' own table says whose they are now. Parameter: the clients. */
  private static final String OF_CLIENTS =
      """
       and (a.record_id is not null or a.record_ids is not null)
       and not exists (
         select from unnest(coalesce(a.record_ids, array[a.record_id])) as named (id)
          where not exists (select from record r where r.id = named.id and r.client = any(\
      """;

  private final StringBuilder text = new StringBuilder(SELECT);
  private final Tuple parameters = Tuple.tuple();

  /** Newest first, those before a number. */
  EventSql(EventFilter filter, long before, int limit) {
    parameters.addLong(before);
    String[] record = filter.record() == null ? null : new String[] {filter.record()};
    if (record != null) {
      and("(a.record_id = ", filter.record(), " or a.record_ids @> ");
      text.append(next(record)).append(')');
    }
    and("a.subject = ", filter.actor());
    and("a.action = ", filter.action() == null ? null : filter.action().name());
    and("a.outcome = ", filter.outcome() == null ? null : filter.outcome().name());
    and("a.purpose = ", filter.purpose());
    and("a.at >= ", filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC));
    and("a.at < ", filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC));
    if (filter.clients() != null) {
      text.append(OF_CLIENTS).append(next(filter.clients().toArray(new String[0]))).append(")))");
    }
    text.append(" order by a.entry desc limit ").append(next(limit));
  }

  private void and(String condition, Object value) {
    and(condition, value, "");
  }

  private void and(String condition, Object value, String rest) {
    if (value != null) {
      text.append(" and ").append(condition).append(next(value)).append(rest);
    }
  }

  private String next(Object value) {
    parameters.addValue(value);
    return "$" + parameters.size();
  }

  String text() {
    return text.toString();
  }

  Tuple parameters() {
    return parameters;
  }
}
