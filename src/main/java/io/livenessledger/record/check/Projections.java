package io.livenessledger.record.check;

import io.livenessledger.record.row.ContentColumns;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds records whose row is not what their observations, revisions and statements say: the fold of
 * {@code record.current} as a question about many records at once.
 */
final class Projections {
  private static final List<String> CHECKS =
      List.of("screen_replay", "printed_copy", "portrait_substitution", "digital_manipulation");

  private static final List<String> DECIMALS =
      Stream.concat(
              Stream.of("aggregate_probability", "risk_score", "confidence"),
              ofEachCheck("score", "probability"))
          .toList();

  /** The latest observation of each sort in each record of the range. */
  private static final String FOLDED =
      """
      with folded as (
        select record_id,
               max(number) as last,
               max(number) filter (where outcome = 'PRESENT') as present,
               min(number) filter (where outcome <> 'UNREADABLE') as first_established,
               max(number) filter (where outcome <> 'UNREADABLE') as established,
               max(number) filter (where outcome <> 'UNREADABLE' and trigger <> 'SUBMITTED')
                 as fetched
          from observation
         where record_id > $1 and record_id <= $2
         group by record_id),
      """;

  /** What each row must be. An answer that was handed in says nothing of what the vendor has. */
  private static final String EXPECTED =
      """
      expected as (
        select f.record_id, f.last as last_number,
               case coalesce(t.outcome, a.outcome)
                 when 'PRESENT' then 'PRESENT' when 'ABSENT' then 'GONE' end as upstream,
               p.revision, e.number as observation, e.fetched_at as observed_at, e.stored_at,
               t.fetched_at, p.signature_date_time, p.signature_message,
               sha256(s.salt || s.statement) as last_commitment
          from folded f
          left join observation p
                 on p.record_id = f.record_id and p.number = f.present
                and p.record_id > $1 and p.record_id <= $2
          left join observation e
                 on e.record_id = f.record_id and e.number = f.established
                and e.record_id > $1 and e.record_id <= $2
          left join observation t
                 on t.record_id = f.record_id and t.number = f.fetched
                and t.record_id > $1 and t.record_id <= $2
          left join observation a
                 on f.fetched is null and a.record_id = f.record_id
                and a.number = f.first_established
                and a.record_id > $1 and a.record_id <= $2
          left join observation_statement s
                 on s.record_id = f.record_id and s.observation = f.last
                and s.record_id > $1 and s.record_id <= $2)
      """;

  private static final List<String> STATE =
      List.of(
          "last_number",
          "upstream",
          "revision",
          "observation",
          "observed_at",
          "stored_at",
          "fetched_at",
          "signature_date_time",
          "signature_message",
          "last_commitment");

  /** What a row has from its revision's: the content, and the profile that follows from it. */
  private static final List<String> OF_REVISION =
      Stream.concat(ContentColumns.NAMES.stream(), Stream.of("profile")).toList();

  /** Parameters: a range of record ids. */
  static final String DIFFERING =
      FOLDED
          + EXPECTED
          + "select 'record', coalesce(r.id, x.record_id), cast(null as integer),"
          + " case when r.id is null then 'its row is gone' else"
          + " concat('its row differs from its observations in ', concat_ws(', ',"
          + Stream.concat(STATE.stream().map(named("x")), OF_REVISION.stream().map(named("v")))
              .collect(Collectors.joining(","))
          + ")) end"
          + " from (select * from record where id > $1 and id <= $2) r"
          + " full join expected x on x.record_id = r.id"
          + " left join revision v on v.record_id = x.record_id and v.number = x.revision"
          + " and v.record_id > $1 and v.record_id <= $2"
          + " where r.id is null"
          + " or (coalesce(x.last_number, 0)"
          + list(STATE.subList(1, STATE.size()), name -> "x." + name)
          + list(OF_REVISION, name -> "v." + name)
          + list(DECIMALS, name -> "scale(v." + name + ")")
          + ") is distinct from (r.last_number"
          + list(STATE.subList(1, STATE.size()), name -> "r." + name)
          + list(OF_REVISION, name -> "r." + name)
          // 0.90 equals 0.9, and is another value all the same
          + list(DECIMALS, name -> "scale(r." + name + ")")
          + ")";

  private Projections() {}

  private static Stream<String> ofEachCheck(String... members) {
    return CHECKS.stream().flatMap(check -> Stream.of(members).map(member -> check + "_" + member));
  }

  private static String list(List<String> names, UnaryOperator<String> column) {
    return names.stream().map(column).map(c -> "," + c).collect(Collectors.joining());
  }

  /** The column's name where the row differs; as text, 0.90 and 0.9 do. */
  private static UnaryOperator<String> named(String expected) {
    return name ->
        "case when cast(r."
            + name
            + " as text) is distinct from cast("
            + expected
            + "."
            + name
            + " as text) then '"
            + name
            + "' end";
  }
}
