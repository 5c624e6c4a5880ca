package io.livenessledger.record.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.canonical.CanonicalJson;
import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.check.Finding;
import io.livenessledger.record.check.StoredFact.StartedRevision;
import io.livenessledger.record.check.StoredFact.StoredBody;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.statement.Statement;
import io.livenessledger.record.statement.Statements;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares all that is stored of one observation with each other and with its leaf. Recomputes;
 * believes no stored digest. Findings name members and columns, never their values.
 */
final class Examination {
  static final String COMMITMENT = "commitment";
  static final String STATEMENT = "statement";
  static final String OBSERVATION = "observation";
  static final String BODY = "body";
  static final String REVISION = "revision";

  /** Says that another observation's statement changed, or this one's. */
  static final String PREVIOUS = "previous differs from the statement";

  private static final Set<String> OF_REVISION = Set.of("contentDigest", "normalisedDigest");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<TreeMap<String, Object>> MEMBERS = new TypeReference<>() {};

  private final List<Finding> findings = new ArrayList<>();
  private final String which;
  private final StoredFact fact;
  private final byte[] leaf;

  /** Members in which the observation's row differs from the statement, by its words. */
  private final Map<String, Object> stated = new TreeMap<>();

  private Examination(String which, StoredFact fact, byte[] leaf) {
    this.which = which;
    this.fact = fact;
    this.leaf = leaf;
  }

  /**
   * What differs; empty when the fact is exactly what was committed to.
   *
   * @param which names the observation
   * @param leaf data of the leaf of the statement's entry; null when there is none
   */
  static List<Finding> of(String which, StoredFact fact, byte[] leaf) {
    Examination examination = new Examination(which, fact, leaf);
    if (fact.observation() == null) {
      examination.found(OBSERVATION, "its row is gone, its statement is there");
    } else {
      examination.examine();
    }
    return examination.findings;
  }

  private void examine() {
    StoredBody body = fact.body();
    Statement expected =
        new Statement(
            fact.observation(),
            body == null ? null : body.body().headers(),
            fact.content(),
            fact.previous());
    boolean opens = opensLeaf();
    boolean same = Arrays.equals(expected.canonical(), fact.opening().statement());
    if (!same) {
      examineMembers(expected, opens);
    } else if (!opens) {
      found(COMMITMENT, "statement and salt do not make the commitment in the leaf");
    }
    expect(STATEMENT, "storedAt", fact.storedAt(), fact.observation().storedAt());
    examineBody();
    if (fact.observation().startsRevision()) {
      examineRevision();
    }
  }

  private boolean opensLeaf() {
    Digest commitment = fact.opening().commitment();
    return leaf != null
        && Arrays.equals(leaf, Statements.leaf(fact.observation(), commitment).data());
  }

  private void examineMembers(Statement expected, boolean opens) {
    Map<String, Object> stored = members(fact.opening().statement());
    if (!opens && !expected.members().equals(stored)) {
      found(STATEMENT, "it does not open the commitment in its leaf");
    }
    if (stored == null) {
      found(STATEMENT, "it is not a JSON object");
      return;
    }
    Map<String, Object> row = expected.members();
    Set<String> names = new TreeSet<>(row.keySet());
    names.addAll(stored.keySet());
    names.removeIf(n -> row.containsKey(n) && Objects.equals(row.get(n), stored.get(n)));
    names.forEach(n -> stated.put(n, stored.get(n)));
    names.forEach(n -> found(opens ? ofMember(n) : STATEMENT, n + " differs from the statement"));
    if (names.isEmpty()) {
      found(STATEMENT, "it is not in canonical form");
    }
  }

  /** Which row a member of the statement is taken from. */
  private static String ofMember(String name) {
    if (OF_REVISION.contains(name)) {
      return REVISION;
    }
    return switch (name) {
      case "headers" -> BODY;
      case "previous" -> STATEMENT;
      default -> OBSERVATION;
    };
  }

  private static Map<String, Object> members(byte[] statement) {
    try {
      return JSON.readValue(statement, MEMBERS);
    } catch (IOException notJson) {
      return null;
    }
  }

  private void examineBody() {
    Observation observation = fact.observation();
    StoredBody stored = fact.body();
    if (stored == null || observation.bodyDigest() == null) {
      if (stored != null || observation.bodyDigest() != null) {
        found(BODY, stored == null ? "it is gone" : "the observation has none");
      }
      return;
    }
    Digest actual = stored.body().digest();
    if (!actual.reprDigest().equals(stated.get("bodyDigest"))) {
      expect(BODY, "bytes", actual, observation.bodyDigest());
    }
    expect(BODY, "digest", stored.digest(), actual);
    expect(BODY, "bodySize", stored.body().bytes().length, observation.bodySize());
    expect(BODY, "contentType", stored.body().contentType(), observation.contentType());
    expect(BODY, "storedAt", stored.storedAt(), observation.storedAt());
  }

  private void examineRevision() {
    StartedRevision started = fact.started();
    if (started == null) {
      found(REVISION, "it is gone");
      return;
    }
    expect(REVISION, "startedBy", started.startedBy(), fact.observation().number());
    expect(REVISION, "storedAt", started.storedAt(), fact.observation().storedAt());
    expect(REVISION, "data", digest(started.data()), fact.content().digest());
  }

  private static Digest digest(String data) {
    try {
      return Digest.sha256(CanonicalJson.of(data));
    } catch (IllegalArgumentException notCanonical) {
      return Digest.sha256(data.getBytes(UTF_8), new byte[1]);
    }
  }

  /** Where the observation itself was found to differ, nothing is measured by it. */
  private void expect(String what, String name, Object actual, Object expected) {
    if (!stated.containsKey(name) && !Objects.equals(actual, expected)) {
      found(what, name + " does not fit the observation");
    }
  }

  private void found(String what, String detail) {
    findings.add(new Finding(what, which, detail));
  }
}
