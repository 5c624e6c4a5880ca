package io.livenessledger.record.statement;

import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.canonical.CanonicalJson;
import io.livenessledger.canonical.Digest;
import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.History;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.history.Revision;
import io.livenessledger.store.Transactions;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@LedgerTest
class StatementsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject History history;
  @Inject Statements statements;
  @Inject Transactions transactions;

  private final Vendor vendor = new Vendor();
  private final String id = Bodies.freshId();
  private final RecordId record = new RecordId(id);

  /** Values that the store gives back in another form than it was given, if anything does. */
  private static String odd(String id) {
    return """
        {"data":{"_id":"%s","status":"\\u0001 \\u007f \\ud83d\\ude00 \\u2028 \\" / \\\\","isLive":false,
          "client":"%s","createdAt":"1969-12-31T23:59:59.123456789Z","updatedAt":"2026-01-01T00:00:00Z",
          "aggregateProbability":0.900,"riskScore":12E+3,"confidence":0e-7,
          "screenReplayScore":-0.0,"screenReplayWarnings":[],"screenReplayErrors":["b","a","\\u00e9"],
          "screenReplayPassed":true,"printedCopyScore":123456789012345678901234567890.10,
          "printedCopyWarnings":["A,B","{}","NULL","\\""],"digitalManipulationScore":1E-20}}
        """
        .formatted(id, id);
  }

  @Test
  void whatIsReadBackMakesTheSameStatement() throws Throwable {
    vendor.answers(
        id,
        Vendor.ok(odd(id)),
        Vendor.ok(odd(id))
            .withHeader("ETag", "\u00e9 \"x\"")
            .withHeader("Content-Type", "nonsense"),
        Vendor.absent(),
        Vendor.ok("{\"data\":{\"_id\":\"\\ud800\"},\"signature\":{\"message\":\"\\ud800\"}}"),
        Vendor.ok("{\"signature\":{\"message\":\"x\\udc00\",\"dateTime\":\"\"}}"),
        Vendor.ok(Bodies.of("nested", id)),
        Vendor.ok(Bodies.of("flat-warnings", id)),
        Vendor.status(200, "x".repeat(1024 * 1024 + 1)));
    for (int i = 0; i < 8; i++) {
      refresh(id);
    }
    submit(id, Bodies.of("post", id)).then().statusCode(201);

    Digest previous = null;
    for (int number = 1; number <= 9; number++) {
      CommittedStatement stored = committed(number);
      assertEquals(
          new String(stored.opening().statement(), UTF_8),
          new String(readBack(number, previous).canonical(), UTF_8));
      assertEquals(leaf(number), HexFormat.of().formatHex(leafOf(number, stored)));
      previous = stored.commitment();
    }
    assertEquals(List.of(previous.hex()), lastCommitment());
  }

  private byte[] leafOf(int number, CommittedStatement stored) throws Throwable {
    Observation fact = in(() -> history.observation(record, number));
    return Statements.leaf(fact, stored.commitment()).data();
  }

  private Statement readBack(int number, Digest previous) throws Throwable {
    Observation fact = in(() -> history.observation(record, number));
    Body body = in(() -> history.body(fact));
    Content content = null;
    if (fact.revision() != null) {
      Revision revision = in(() -> history.revision(record, fact.revision()));
      content = revision.content();
    }
    return new Statement(fact, body == null ? null : body.headers(), content, previous);
  }

  @Test
  void saysTheFactInPlainMembers() throws Throwable {
    vendor.answers(id, Vendor.ok(odd(id)), Vendor.absent());
    refresh(id).then().statusCode(201);
    refresh(id);

    byte[] statement = committed(1).opening().statement();
    JsonNode first = JSON.readTree(statement);
    JsonNode second = JSON.readTree(committed(2).opening().statement());

    assertArrayEquals(CanonicalJson.of(new String(statement, UTF_8)), statement);
    Set<String> names = new TreeSet<>();
    first.fieldNames().forEachRemaining(names::add);
    Set<String> expected =
        Set.of(
            "kind v recordId observation outcome trigger revision startsRevision fetchedAt storedAt"
                .concat(" caller requestId vendorStatus unreadableReason contentType headers")
                .concat(" bodyDigest bodySize contentDigest normalisedDigest signature previous")
                .split(" "));
    assertEquals(new TreeSet<>(expected), names);
    assertEquals(id, first.path("recordId").textValue());
    assertEquals("operator", first.path("caller").textValue());
    assertEquals(Digest.sha256(odd(id).getBytes(UTF_8)).reprDigest(), text(first, "bodyDigest"));
    assertEquals("application/json; charset=utf-8", text(first, "contentType"));
    assertTrue(first.path("previous").isNull());
    assertEquals("ABSENT", text(second, "outcome"));
    assertTrue(second.path("contentDigest").isNull() && second.path("normalisedDigest").isNull());
    assertEquals(
        Base64.getEncoder().encodeToString(committed(1).commitment().bytes()),
        text(second, "previous"));
  }

  @Test
  void aConfirmationNamesTheContentButNotItsColumnsAgain() throws Throwable {
    submit(id, Bodies.small(id, "one"));
    vendor.answers(id, Vendor.ok(Bodies.small(id, "one")));
    refresh(id);

    JsonNode started = JSON.readTree(committed(1).opening().statement());
    JsonNode confirmed = JSON.readTree(committed(2).opening().statement());

    assertEquals(text(started, "contentDigest"), text(confirmed, "contentDigest"));
    assertTrue(text(started, "normalisedDigest").startsWith("sha-256=:"));
    assertTrue(confirmed.path("normalisedDigest").isNull());
  }

  @Test
  void everyColumnOfAContentIsInItsDigest() throws Throwable {
    submit(id, odd(id));
    Content content = in(() -> history.revision(record, 1)).content();

    Set<String> covered = Normalised.members(content).keySet();
    for (var component : Content.class.getRecordComponents()) {
      String name = component.getName();
      assertTrue(name.equals("digest") || covered.contains(name), name);
    }
    assertEquals(Content.class.getRecordComponents().length - 1, covered.size());
  }

  /** The salt is what keeps two equal statements, or a guessed one, from being recognised. */
  @Test
  void eachStatementHasASaltOfItsOwn() throws Throwable {
    submit(id, Bodies.small(id, "one"));
    submit(id, Bodies.small(id, "two"));

    assertFalse(
        Digest.ofBytes(committed(1).opening().salt())
            .equals(Digest.ofBytes(committed(2).opening().salt())));
  }

  @Test
  void anObservationThatIsNotStoredHasNoStatementAndNoEntry() throws Throwable {
    String observations =
        "select count(*) from ledger_entry where position('\"observation\"'::bytea in leaf) > 0";
    String before = Database.rows(observations).get(0);
    submit(id, "{}").then().statusCode(400);

    assertEquals(before, Database.rows(observations).get(0));
  }

  private static String text(JsonNode object, String member) {
    return object.path(member).textValue();
  }

  private CommittedStatement committed(int number) throws Throwable {
    Observation fact = in(() -> history.observation(record, number));
    return in(() -> statements.of(fact));
  }

  private String leaf(int number) throws Throwable {
    return Database.rows(
            "select encode(e.leaf, 'hex') from ledger_entry e join observation_statement s"
                + " on s.entry = e.id where s.record_id = '"
                + id
                + "' and s.observation = "
                + number)
        .get(0);
  }

  private List<String> lastCommitment() throws Throwable {
    return Database.rows(
        "select encode(last_commitment, 'hex') from record where id = '" + id + "'");
  }

  private <T> T in(Supplier<Uni<T>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> transactions.read(work));
  }
}
