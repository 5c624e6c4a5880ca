package io.livenessledger.record.current;

import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@LedgerTest
class AdoptObservationsTest {
  @Inject AdoptObservations adoption;
  @Inject RebuildRecords rebuild;

  private final Vendor vendor = new Vendor();
  private final String source = Bodies.freshId();
  private final String old = Bodies.freshId();

  @Test
  void everyOldObservationGetsAStatementInItsOrder() throws Throwable {
    oldRecord();

    assertEquals(4, adoptAll());
    assertChained(4);
    assertEquals(0, adoptAll());
  }

  @Test
  void aBatchThatWasCutOffIsContinued() throws Throwable {
    oldRecord();
    Database.execute(
        "insert into observation select record_id, i, outcome, trigger, unreadable_reason,"
            + " fetched_at, stored_at, revision, starts_revision, vendor_status, null,"
            + " null, content_type, signature_date_time, signature_message, request_id,"
            + " caller from observation, generate_series(5, 254) as i where number = 3"
            + " and record_id = '"
            + old
            + "'");
    VertxContextSupport.subscribeAndAwait(rebuild::rebuildAll);

    assertEquals(254, adoptAll());
    assertChained(254);
  }

  /** The next observation must name the one before, so it waits for nobody's background work. */
  @Test
  void anAppendCommitsToTheOlderOnesFirst() throws Throwable {
    oldRecord();
    submit(old, Bodies.small(old, "newer")).then().statusCode(201);

    assertChained(5);
    assertEquals(0, adoptAll());
  }

  @Test
  void whatWasForgottenOfTheRowIsReadFromTheStatements() throws Throwable {
    submit(source, Bodies.small(source, "one"));
    submit(source, Bodies.small(source, "two"));
    String row = "select record::text from record where id = '" + source + "'";
    List<String> before = Database.rows(row);
    Database.execute("update record set last_commitment = null where id = '" + source + "'");

    assertEquals(0, adoptAll());

    assertEquals(before, Database.rows(row));
  }

  /** As the program left it before there were statements: present, absent, unreadable, changed. */
  private void oldRecord() throws Throwable {
    vendor.answers(
        source,
        Vendor.ok(Bodies.of("nested", source)),
        Vendor.absent(),
        Vendor.ok("<html>"),
        Vendor.ok(Bodies.of("flat-warnings", source)));
    for (int i = 0; i < 4; i++) {
      refresh(source);
    }
    Database.execute("insert into record (id, last_number) values ('" + old + "', 4)");
    // The revisions' reference to the observations is checked at the commit alone
    Database.execute(copy("revision") + ";" + copy("observation") + ";" + copy("body"));
    VertxContextSupport.subscribeAndAwait(rebuild::rebuildAll);
  }

  private String copy(String table) {
    return "insert into "
        + table
        + " select (jsonb_populate_record(t, jsonb_build_object("
        + "'record_id', '"
        + old
        + "'))).* from "
        + table
        + " t where record_id = '"
        + source
        + "'";
  }

  private void assertChained(int count) throws SQLException {
    List<String> links =
        Database.rows(
            "select s.observation, e.id is not null and p.entry is not null or l.entry is not null,"
                + " coalesce(convert_from(s.statement, 'UTF8')::jsonb ->> 'previous', 'none') ="
                + " coalesce(encode(sha256(b.salt || b.statement), 'base64'), 'none')"
                + " from observation_statement s join ledger_entry e on e.id = s.entry"
                + " left join ledger_pending p on p.entry = e.id"
                + " left join ledger_leaf l on l.entry = e.id"
                + " left join observation_statement b on b.record_id = s.record_id"
                + " and b.observation = s.observation - 1 where s.record_id = '"
                + old
                + "' order by s.observation");
    List<String> expected = IntStream.rangeClosed(1, count).mapToObj(i -> i + "|t|t").toList();
    assertEquals(expected, links);
    assertEquals(
        List.of("t"),
        Database.rows(
            "select r.last_commitment = sha256(s.salt || s.statement) from record r join"
                + " observation_statement s on s.record_id = r.id and s.observation ="
                + " r.last_number where r.id = '"
                + old
                + "'"));
  }

  private long adoptAll() throws Throwable {
    return VertxContextSupport.subscribeAndAwait(adoption::adoptAll);
  }
}
