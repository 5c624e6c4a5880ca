package io.livenessledger.search.sql;

import io.livenessledger.problem.Problem;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.record.state.StateSource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** In which order records are listed; their ids break ties, those without a value come last. */
public record Sort(Key key, boolean isDescending) {
  private static final List<String> NAMES =
      Arrays.stream(Key.values()).map(Key::text).flatMap(key -> Stream.of(key, "-" + key)).toList();

  /** What records can be ordered by. */
  public enum Key {
    CREATED_AT("createdAt"),
    OBSERVED_AT("observedAt"),
    RISK_SCORE("riskScore"),
    AGGREGATE_PROBABILITY("aggregateProbability");

    private final String text;

    Key(String text) {
      this.text = text;
    }

    /** As in the contract. */
    String text() {
      return text;
    }

    String column(StateSource source) {
      return switch (this) {
        case CREATED_AT -> source.content("created_at");
        case OBSERVED_AT -> source.observedAt();
        case RISK_SCORE -> source.content("risk_score");
        case AGGREGATE_PROBABILITY -> source.content("aggregate_probability");
      };
    }

    /** The record's id, from the table of the column: of both together there is an index. */
    String id(StateSource source) {
      return this == OBSERVED_AT && source == StateSource.AS_OF ? "o.record_id" : source.id();
    }

    private Object value(RecordState state) {
      return switch (this) {
        case CREATED_AT -> state.content().createdAt();
        case OBSERVED_AT -> state.observedAt();
        case RISK_SCORE -> state.content().riskScore();
        case AGGREGATE_PROBABILITY -> state.content().aggregateProbability();
      };
    }

    /** A value as a parameter of a query. */
    Object parameter(String value) {
      return switch (this) {
        case CREATED_AT, OBSERVED_AT -> Instant.parse(value);
        case RISK_SCORE, AGGREGATE_PROBABILITY -> new BigDecimal(value);
      };
    }

    boolean isAlwaysThere() {
      return this == OBSERVED_AT;
    }

    /** Exact; null where there is none. */
    private String valueOf(RecordState state) {
      Object found = value(state);
      if (found instanceof Instant instant) {
        return instant.toString();
      }
      return found instanceof BigDecimal number ? number.toPlainString() : null;
    }
  }

  /**
   * Reads a query parameter.
   *
   * @throws Problem {@code invalid-parameter}
   */
  public static Sort of(String parameter, String text) {
    if (!NAMES.contains(text)) {
      throw Problem.invalidParameter(parameter, "must be one of " + NAMES);
    }
    boolean descending = text.startsWith("-");
    String name = descending ? text.substring(1) : text;
    Key key =
        Arrays.stream(Key.values()).filter(k -> k.text().equals(name)).findFirst().orElseThrow();
    return new Sort(key, descending);
  }

  /** Where a record stands in this order. */
  public Position position(RecordState state) {
    return new Position(key.valueOf(state), state.id().value());
  }

  /**
   * A place in the order.
   *
   * @param value null among those without a value
   * @param id of the record
   */
  public record Position(String value, String id) {}
}
