package io.livenessledger.verifik.normal;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.LedgerTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the normaliser calls a record can be stored by the real database; the rest is refused. */
@LedgerTest
class MutatedSubmissionsTest {
  private static final int ROUNDS = 400;

  @Test
  void everyMutatedBodyIsEitherStoredToTheByteOrRefused() {
    Mutations mutations = new Mutations(new Random(20251028L));
    List<String> names = new ArrayList<>(Fixtures.IDS.keySet());
    int stored = 0;
    for (int round = 0; round < ROUNDS; round++) {
      String name = names.get(round % names.size());
      byte[] body = mutations.mutate(Fixtures.text(name));
      stored += submitted(Fixtures.IDS.get(name), body) ? 1 : 0;
    }
    assertTrue(stored > ROUNDS / 10, "only " + stored + " were stored");
  }

  private static boolean submitted(String id, byte[] body) {
    Response answer =
        as("operator")
            .contentType("application/json")
            .body(body)
            .post(RECORDS + "/" + id + "/observations");
    if (answer.statusCode() == 400) {
      return false;
    }
    assertTrue(answer.statusCode() / 100 == 2, () -> answer.asString() + Mutations.shown(body));
    int number = answer.jsonPath().getInt("observation.number");
    Response kept = as("auditor").get(RECORDS + "/" + id + "/observations/" + number + "/body");
    assertArrayEquals(body, kept.asByteArray());
    assertEquals(answer.jsonPath().getString("observation.bodyDigest"), kept.header("Repr-Digest"));
    return true;
  }
}
