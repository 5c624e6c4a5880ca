package io.livenessledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.intake.Alongside;
import io.livenessledger.intake.Intake;
import io.livenessledger.intake.Origin;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.statement.NoStatements;
import io.livenessledger.record.statement.Statements;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.VendorResource;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What the leaf costs an insert: the same submissions with statement and leaf, and without, in
 * blocks by turns, on a database with fsync: {@code ./mvnw -Pbench test -Dtest=OverheadBench}.
 */
@QuarkusTest
@QuarkusTestResource(DurablePostgres.class)
@QuarkusTestResource(VendorResource.class)
class OverheadBench {
  private static final int CALLERS = 16;
  private static final int BLOCK = 4000;
  private static final int WARM_UP = 4;
  private static final int PAIRS = 9;

  @Inject Intake intake;
  @Inject Statements statements;

  @Test
  void overheadOfTheLeaf() throws Exception {
    Statements real = ClientProxy.unwrap(statements);
    Statements none = new NoStatements();
    double[] with = new double[PAIRS];
    double[] without = new double[PAIRS];
    for (int block = -WARM_UP; block < PAIRS; block++) {
      double first = rate(block % 2 == 0 ? real : none);
      double second = rate(block % 2 == 0 ? none : real);
      if (block >= 0) {
        with[block] = block % 2 == 0 ? first : second;
        without[block] = block % 2 == 0 ? second : first;
      }
    }
    Arrays.sort(with);
    Arrays.sort(without);
    double median = with[PAIRS / 2];
    double denominator = without[PAIRS / 2];
    Figures.print(
        "overhead of the leaf on an insert",
        "%.0f/s with, %.0f/s without (medians of %d blocks of %d, %d callers): %.1f %%",
        median,
        denominator,
        PAIRS,
        BLOCK,
        CALLERS,
        100 * (denominator / median - 1));
  }

  /** Inserts a second. */
  private double rate(Statements used) throws Exception {
    QuarkusMock.installMockForType(used, Statements.class);
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Future<?>> done = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < BLOCK; i++) {
      done.add(callers.submit(this::insert));
    }
    for (Future<?> one : done) {
      one.get();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    callers.shutdown();
    return BLOCK / seconds;
  }

  private Void insert() throws Exception {
    String id = Bodies.freshId();
    byte[] body = Bodies.of("nested", id).getBytes(UTF_8);
    Origin origin = new Origin("bench", "bench");
    try {
      VertxContextSupport.subscribeAndAwait(
          () ->
              intake.submitted(
                  new RecordId(id), body, "application/json", origin, Alongside.NOTHING));
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
    return null;
  }
}
