package io.livenessledger.record.state;

import io.livenessledger.record.history.Observation.Signature;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.row.Columns;
import io.livenessledger.record.row.ContentColumns;
import io.livenessledger.record.state.RecordState.Upstream;
import io.vertx.sqlclient.Row;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where held states are read from, for questions in SQL: the projection, which has what is known
 * now, or the revisions and observations, which have what was known at an instant. Either gives the
 * same columns, one row for each record, and names for what can be asked of them.
 */
public enum StateSource {
  /** What is known now. */
  NOW("r", "record r", "r.revision is not null") {
    @Override
    String sample() {
      return "record r where hashtext(r.id) & 127 = 0 and SHORT(r) and r.revision is not null";
    }

    @Override
    public String id() {
      return "r.id";
    }

    @Override
    public String upstream() {
      return "r.upstream";
    }

    @Override
    public String observedAt() {
      return "r.observed_at";
    }

    @Override
    public String revision() {
      return "r.revision";
    }

    @Override
    String observation() {
      return "r.observation, r.observed_at, r.stored_at, r.fetched_at, r.signature_date_time,"
          + " r.signature_message";
    }
  },

  /**
   * What was known at the instant that is the first parameter, by the time of storing: the latest
   * revision and the latest observation that established a state, of those stored by then. Storing
   * times of a record grow with its numbers ({@link Records}).
   */
  AS_OF(
      "v",
      "revision v join observation o on o.record_id = v.record_id",
      """
      v.stored_at <= $1
        and not exists (select from revision n
                         where n.record_id = v.record_id and n.number = v.number + 1 and n.stored_at <= $1)
        and o.stored_at <= $1 and o.outcome <> 'UNREADABLE'
        and not exists (select from observation n
                         where n.record_id = o.record_id and n.number > o.number and n.stored_at <= $1
                           and n.outcome <> 'UNREADABLE')""") {
    /** Most of it is wanted: the latest contents are found in one pass over an index. */
    @Override
    String sample() {
      return """
      (select distinct on (record_id) * from revision
        where hashtext(record_id) & 127 = 0 and SHORT(revision) and stored_at <= $1
        order by record_id desc, number desc) v
      cross join lateral (
        select * from observation
         where hashtext(record_id) & 127 = 0 and record_id = v.record_id and stored_at <= $1
           and outcome <> 'UNREADABLE'
         order by stored_at desc, number desc limit 1) o
      where not exists (select from revision n
                         where hashtext(n.record_id) & 127 = 0 and not SHORT(n) and n.record_id = v.record_id
                           and n.number > v.number and n.stored_at <= $1)""";
    }

    @Override
    public String id() {
      return "v.record_id";
    }

    @Override
    public String upstream() {
      return "case when (" + fetched("outcome") + ") = 'ABSENT' then 'GONE' else 'PRESENT' end";
    }

    @Override
    public String observedAt() {
      return "o.fetched_at";
    }

    @Override
    public String revision() {
      return "v.number";
    }

    @Override
    String observation() {
      return String.join(
          ", ",
          "o.number, o.fetched_at, o.stored_at",
          fetched("fetched_at"),
          present("signature_date_time"),
          present("signature_message"));
    }

    private static String fetched(String column) {
      return latest(column, "trigger <> 'SUBMITTED'");
    }

    private static String present(String column) {
      return latest(column, "outcome = 'PRESENT'");
    }

    /** A column of the latest observation that is of some sort; mostly it is {@code o} itself. */
    private static String latest(String column, String sort) {
      String earlier =
          "select f."
              + column
              + " from observation f where f.record_id = o.record_id and f.number < o.number"
              + " and f.outcome <> 'UNREADABLE' and f."
              + sort
              + " order by f.number desc limit 1";
      return "case when o." + sort + " then o." + column + " else (" + earlier + ") end";
    }
  };

  /** The sample's records are one in so many. */
  public static final int ONE_IN = 128;

  /** Stands for the condition of the sample's indexes on the numbers of a table's contents. */
  private static final Pattern SHORT = Pattern.compile("SHORT\\((\\w+)\\)");

  private static final String IS_SHORT =
      Stream.of(
              "risk_score",
              "confidence",
              "aggregate_probability",
              "screen_replay_probability",
              "printed_copy_probability",
              "portrait_substitution_probability",
              "digital_manipulation_probability")
          .map(number -> "$1." + number)
          .collect(Collectors.joining(", ", "is_short(", ")"));

  private final String content;
  private final String tables;
  private final String condition;

  StateSource(String content, String tables, String condition) {
    this.content = content;
    this.tables = tables;
    this.condition = condition;
  }

  /** The query for all states, open for more conditions. */
  public String select() {
    return states() + from();
  }

  /** The same without its tables. */
  public String states() {
    String content = ContentColumns.of(this.content);
    return "select " + String.join(", ", id(), upstream(), revision(), observation(), content);
  }

  /** The same without its columns. */
  public String from() {
    return " from " + tables + " where " + condition;
  }

  /**
   * The same of a fixed sample, which is in the indexes of V0011: chosen by a hash of the record's
   * id, without contents that have numbers of many digits.
   */
  public String fromSample() {
    return " from " + SHORT.matcher(sample()).replaceAll(IS_SHORT);
  }

  abstract String sample();

  /** A column of the content (V0001), or its {@code profile} (V0008). */
  public String content(String column) {
    return content + "." + column;
  }

  /** The record's id. */
  public abstract String id();

  /** {@code PRESENT} or {@code GONE}. */
  public abstract String upstream();

  /** When the observation that established the state reached us. */
  public abstract String observedAt();

  /** The revision's number. */
  public abstract String revision();

  abstract String observation();

  /** A row of {@link #select}. */
  public static RecordState state(Row row) {
    Columns next = new Columns(row, 0);
    return RecordState.held(
        new RecordId(next.text()),
        Upstream.valueOf(next.text()),
        next.integer(),
        next.integer(),
        next.instant(),
        next.instant(),
        next.instant(),
        signature(next.text(), next.text()),
        ContentColumns.content(next));
  }

  private static Signature signature(String dateTime, String message) {
    return dateTime == null && message == null ? null : new Signature(dateTime, message);
  }
}
