package io.livenessledger.store.lease;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.store.Transactions;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Two replicas, one database. */
@LedgerTest
class LeasesTest {
  private static final Duration TERM = Duration.ofSeconds(60);

  @Inject Transactions transactions;

  private final String name = "test " + UUID.randomUUID();

  @Test
  void oneHolderAtATime() throws Throwable {
    Leases one = new Leases(transactions);
    Leases other = new Leases(transactions);

    Lease taken = done(() -> one.take(name, TERM));

    assertEquals(1, taken.token());
    assertNull(done(() -> other.take(name, TERM)));
    assertEquals(taken, done(() -> one.take(name, TERM)));
  }

  @Test
  void releasedLeaseIsTakenAtOnceWithAHigherToken() throws Throwable {
    Leases one = new Leases(transactions);
    Leases other = new Leases(transactions);
    Lease taken = done(() -> one.take(name, TERM));

    done(() -> one.release(taken));

    assertEquals(2, done(() -> other.take(name, TERM)).token());
  }

  @Test
  void expiredLeaseIsTakenOver() throws Throwable {
    Leases one = new Leases(transactions);
    Leases other = new Leases(transactions);
    done(() -> one.take(name, Duration.ofMillis(200)));

    await().atMost(Api.patience()).until(() -> tried(() -> other.take(name, TERM)) != null);

    assertEquals("2", Database.rows("select token from lease where name = '" + name + "'").get(0));
  }

  @Test
  void formerHolderIsFencedOff() throws Throwable {
    Leases one = new Leases(transactions);
    Leases other = new Leases(transactions);
    Lease old = done(() -> one.take(name, Duration.ofMillis(1)));
    await().atMost(Api.patience()).until(() -> tried(() -> other.take(name, TERM)) != null);

    Throwable refused =
        assertThrows(
            Throwable.class,
            () -> done(() -> transactions.committedOn(c -> one.fence(c, old, TERM))));

    assertInstanceOf(LeaseLostException.class, refused);
  }

  @Test
  void holderPausedInATransactionLosesIt() throws Throwable {
    Leases paused = new Leases(transactions);
    Leases other = new Leases(transactions);
    Lease lease = done(() -> paused.take(name, Duration.ofMillis(500)));
    CompletableFuture<Void> never = new CompletableFuture<>();
    CompletableFuture<Void> batch =
        CompletableFuture.runAsync(
            () ->
                tried(
                    () ->
                        transactions.committedOn(
                            c ->
                                paused
                                    .fence(c, lease, Duration.ofMillis(500))
                                    .chain(() -> Uni.createFrom().completionStage(never)))));

    await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> tried(() -> other.take(name, TERM)), lostTo -> lostTo != null);
    never.complete(null);
    batch.join();
  }

  private static <T> T done(Supplier<Uni<T>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(work);
  }

  private static <T> T tried(Supplier<Uni<T>> work) {
    try {
      return done(work);
    } catch (Throwable failure) {
      return null;
    }
  }
}
