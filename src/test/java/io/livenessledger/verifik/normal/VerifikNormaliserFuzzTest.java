package io.livenessledger.verifik.normal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.livenessledger.canonical.CanonicalJson;
import io.livenessledger.canonical.Digest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: no exception, and a record that is present can be stored. */
class VerifikNormaliserFuzzTest {
  private static final int ROUNDS = 15_000;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private final VerifikNormaliser normaliser = new VerifikNormaliser();

  @Test
  void fixedSeedReachesEveryReasonAndManyRecords() {
    Map<UnreadableReason, Integer> reasons = new EnumMap<>(UnreadableReason.class);
    int present = run(20240115L, ROUNDS, reasons);
    // Otherwise the mutations would be too wild, or too tame, to test anything.
    assertTrue(present > ROUNDS / 10, present + " present, " + reasons);
    for (UnreadableReason reason :
        List.of(
            UnreadableReason.NOT_JSON,
            UnreadableReason.NO_DATA,
            UnreadableReason.DATA_NOT_AN_OBJECT,
            UnreadableReason.NO_RECORD_ID,
            UnreadableReason.WRONG_RECORD_ID,
            UnreadableReason.NOT_CANONICAL,
            UnreadableReason.NOT_STORABLE)) {
      assertTrue(reasons.getOrDefault(reason, 0) > 10, reason + " of " + reasons);
    }
  }

  @Test
  void randomSeed() {
    run(new Random().nextLong(), ROUNDS, new EnumMap<>(UnreadableReason.class));
  }

  @Test
  void noiseIsNeverARecord() {
    Mutations mutations = new Mutations(new Random(7));
    for (int round = 0; round < 10_000; round++) {
      byte[] body = mutations.noise();
      assertTrue(normaliser.normalise("a", body) instanceof Reading.Unreadable);
    }
  }

  /** Returns how many were present. */
  private int run(long seed, int rounds, Map<UnreadableReason, Integer> reasons) {
    Mutations mutations = new Mutations(new Random(seed));
    List<String> names = new ArrayList<>(Fixtures.IDS.keySet());
    Map<String, String> texts = new HashMap<>();
    names.forEach(name -> texts.put(name, Fixtures.text(name)));
    int present = 0;
    for (int round = 0; round < rounds; round++) {
      String name = names.get(round % names.size());
      byte[] body = mutations.mutate(texts.get(name));
      try {
        Reading reading = normaliser.normalise(Fixtures.IDS.get(name), body);
        if (reading instanceof Reading.Present found) {
          assertStorable(found.record());
          present++;
        } else {
          reasons.merge(Fixtures.reason(reading), 1, Integer::sum);
        }
      } catch (Throwable e) {
        throw new AssertionError(
            "seed " + seed + "L, round " + round + ", " + name + ":\n" + Mutations.shown(body), e);
      }
    }
    return present;
  }

  private static void assertStorable(NormalisedRecord record) throws IOException {
    strings(record).filter(Objects::nonNull).forEach(VerifikNormaliserFuzzTest::assertText);
    decimals(record).filter(Objects::nonNull).forEach(VerifikNormaliserFuzzTest::assertBounded);
    Stream.of(record.createdAt(), record.updatedAt(), record.completedAt())
        .filter(Objects::nonNull)
        .forEach(VerifikNormaliserFuzzTest::assertStorable);
    assertJson(record.data());
    assertEquals(Digest.sha256(CanonicalJson.of(record.data())), record.contentDigest());
  }

  private static Stream<String> strings(NormalisedRecord record) {
    Stream<String> own =
        Stream.of(
            record.client(),
            record.appRegistration(),
            record.status(),
            record.imageUrl(),
            record.data(),
            record.signature() == null ? null : record.signature().dateTime(),
            record.signature() == null ? null : record.signature().message());
    return Stream.concat(own, record.checks().values().stream().flatMap(c -> strings(c)));
  }

  private static Stream<String> strings(NormalisedCheck check) {
    Stream<String> lists =
        Stream.of(check.warnings(), check.errors()).filter(Objects::nonNull).flatMap(List::stream);
    return Stream.concat(Stream.of(check.calibration(), check.details()), lists);
  }

  private static Stream<BigDecimal> decimals(NormalisedRecord record) {
    return Stream.concat(
        Stream.of(record.aggregateProbability(), record.riskScore(), record.confidence()),
        record.checks().values().stream().flatMap(c -> Stream.of(c.score(), c.probability())));
  }

  private static void assertText(String text) {
    assertEquals(-1, text.indexOf('\0'));
    assertTrue(UTF_8.newEncoder().canEncode(text));
  }

  private static void assertBounded(BigDecimal number) {
    assertTrue(number.precision() <= 1000, "precision");
    assertTrue(number.scale() <= 1000 && number.scale() >= -1000, "scale");
  }

  private static void assertStorable(Instant instant) {
    assertFalse(instant.isBefore(FIRST) || instant.isAfter(LAST), instant.toString());
    assertEquals(instant.truncatedTo(ChronoUnit.MICROS), instant);
  }

  /** Read by a plain parser: valid, one object, storable in each of its values. */
  private static void assertJson(String data) throws IOException {
    try (JsonParser parser = new JsonFactory().createParser(data)) {
      parser.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      assertEquals(JsonToken.START_OBJECT, parser.nextToken());
      int depth = 1;
      while (depth > 0) {
        JsonToken token = parser.nextToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (token.isNumeric()) {
          assertBounded(parser.getDecimalValue());
        } else {
          assertText(parser.getText());
        }
      }
      assertEquals(null, parser.nextToken());
    }
  }
}
