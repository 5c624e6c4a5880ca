package io.livenessledger.ledger.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.canonical.CanonicalJson;
import io.livenessledger.canonical.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeafTest {
  private static final Digest COMMITMENT = Digest.ofBytes(new byte[32]);

  @Test
  void dataIsCanonicalJsonWithMilliseconds() {
    Leaf leaf = new Leaf(Instant.parse("2026-11-23T20:00:00Z"), COMMITMENT, "observation");

    assertEquals(
        "{\"at\":\"2026-11-23T20:00:00.000Z\","
            + "\"commitment\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\","
            + "\"kind\":\"observation\",\"v\":1}",
        new String(leaf.data(), StandardCharsets.UTF_8));
  }

  @Test
  void dataIsItsOwnCanonicalForm() {
    for (int i = 0; i < 1000; i++) {
      Digest commitment = Digest.sha256(new byte[i]);
      byte[] data = new Leaf(Instant.ofEpochMilli(i), commitment, "a-kind").data();

      assertArrayEquals(CanonicalJson.of(new String(data, StandardCharsets.UTF_8)), data);
    }
  }

  @Test
  void kindIsAWord() {
    assertThrows(
        IllegalArgumentException.class, () -> new Leaf(Instant.EPOCH, COMMITMENT, "a\",\"b\":\""));
  }

  @Test
  void sameStatementNeverHasTheSameCommitment() {
    byte[] statement = "{}".getBytes(StandardCharsets.UTF_8);

    Opening first = Opening.of(statement);
    Opening second = Opening.of(statement);

    assertNotEquals(first.commitment(), second.commitment());
    assertEquals(Digest.sha256(first.salt(), statement), first.commitment());
  }
}
