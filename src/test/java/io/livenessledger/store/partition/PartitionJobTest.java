package io.livenessledger.store.partition;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.lease.Leases;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service makes its partitions by itself, one replica at a time. */
@LedgerTest
class PartitionJobTest {
  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Inject Leases leases;
  @Inject Transactions transactions;
  @Inject Background background;

  private final Instant then = Instant.now().plus(Duration.ofDays(400));

  @AfterEach
  void nobodyHoldsTheLease() throws Exception {
    held("now()");
  }

  @Test
  void monthsAreMadeAheadOfTheServicesOwnClock() throws Throwable {
    held("now()");
    assertEquals(-1, monthsAhead());

    assertTrue(VertxContextSupport.subscribeAndAwait(job()::made));

    assertEquals(2, monthsAhead());
    assertTrue(VertxContextSupport.subscribeAndAwait(job()::made));
  }

  @Test
  void whileAnotherReplicaHoldsTheLeaseNothingIsMade() throws Throwable {
    int before = monthsAhead();
    held("now() + interval '1 hour'");

    assertFalse(VertxContextSupport.subscribeAndAwait(job()::made));

    assertEquals(before, monthsAhead());
  }

  @Test
  void anOperatorSeesForHowLongThereArePartitions() {
    await()
        .atMost(Api.patience())
        .until(
            () -> given().get(metrics).asString().lines().toList(),
            lines -> lines.contains("ledger_store_partition_months_ahead 3.0"));
  }

  private Partitions job() {
    PartitionConfig config =
        new PartitionConfig() {
          @Override
          public Duration interval() {
            return Duration.ZERO;
          }

          @Override
          public int ahead() {
            return 2;
          }
        };
    return new Partitions(
        config, Clock.fixed(then, ZoneOffset.UTC), leases, transactions, background);
  }

  private int monthsAhead() throws Exception {
    return Integer.parseInt(Database.rows("select partition_months_ahead('" + then + "')").get(0));
  }

  private static void held(String until) throws Exception {
    Database.execute(
        "insert into lease values ('partitions', 'another replica', 1, "
            + until
            + ") on conflict (name) do update set holder = excluded.holder, token = lease.token + 1,"
            + " expires_at = excluded.expires_at");
  }
}
