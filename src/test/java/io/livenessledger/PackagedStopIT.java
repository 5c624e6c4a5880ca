package io.livenessledger;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.HeldAnswer;
import io.livenessledger.testkit.Packaged;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.testkit.Tokens;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, told to stop while the vendor thinks about a refresh. */
class PackagedStopIT {
  private static final int TERMINATED = 128 + 15;
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @TempDir Path directory;

  @Test
  void whatWasBegunIsEndedAndThenItStops() throws Exception {
    try (HeldAnswer held = new HeldAnswer(200, Bodies.small("r-1", "new"));
        Packaged program = Packaged.start(directory, settings(held))) {
      CompletableFuture<Integer> refresh = underWay(program, held);

      long told = System.nanoTime();
      program.signal("TERM");
      await().atMost(Api.patience()).until(() -> program.log().contains("Waiting for HTTP"));
      assertTrue(program.isAlive());
      held.release();

      assertEquals(201, refresh.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
      assertEquals(TERMINATED, program.exitCode());
      assertWithinLimit(told);
    }
  }

  @Test
  void itDoesNotWaitForEver() throws Exception {
    try (HeldAnswer held = new HeldAnswer(200, Bodies.small("r-1", "new"));
        Packaged program = Packaged.start(directory, settings(held))) {
      CompletableFuture<Integer> refresh = underWay(program, held);

      long told = System.nanoTime();
      program.signal("TERM");

      assertEquals(TERMINATED, program.exitCode());
      assertWithinLimit(told);
      assertTrue(refresh.handle((answer, broken) -> broken != null).get());
    }
  }

  private static void assertWithinLimit(long begun) {
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertTrue(took.compareTo(LIMIT) < 0, "it took " + took);
  }

  private static Map<String, String> settings(HeldAnswer vendor) {
    Map<String, String> settings = Packaged.settings(TestDatabase.fresh("stop"));
    settings.put("quarkus.rest-client.verifik.url", vendor.url());
    return settings;
  }

  /** A refresh, as soon as the vendor has been asked. */
  private static CompletableFuture<Integer> underWay(Packaged program, HeldAnswer held) {
    Tokens tokens = Packaged.tokens();
    String token = tokens.sign(tokens.claims("operator"));
    String address = program.url() + "/v1/document-liveness/r-1/refresh";
    CompletableFuture<Integer> refresh =
        CompletableFuture.supplyAsync(
            () -> given().auth().oauth2(token).post(address).statusCode());
    await().atMost(Api.patience()).until(held::isAskedFor);
    return refresh;
  }
}
