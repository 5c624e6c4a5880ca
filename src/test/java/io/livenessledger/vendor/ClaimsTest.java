package io.livenessledger.vendor;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.store.Background;
import io.livenessledger.store.Transactions;
import io.livenessledger.store.embedded.Role;
import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Database;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.TestDatabase;
import io.livenessledger.vendor.Claim.Failed;
import io.livenessledger.vendor.Claim.Mine;
import io.livenessledger.vendor.Claim.Stored;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@LedgerTest
class ClaimsTest {
  private final String id = Bodies.freshId();

  @Inject Claims claims;
  @Inject Background background;
  @Inject Transactions transactions;

  @Test
  void whoeverWaitsHasWhatWasStored() throws Exception {
    Mine mine = (Mine) run(() -> claims.of(id));
    CompletableFuture<Claim> waiting = waiting();

    run(() -> transactions.committed(() -> claims.stored(mine, "CHANGED", 7)));
    run(() -> claims.ended(mine, null));

    assertEquals(new Stored("CHANGED", 7), waiting.get());
  }

  @Test
  void whoeverWaitsHasTheVendorsProblem() throws Exception {
    Mine mine = (Mine) run(() -> claims.of(id));
    CompletableFuture<Claim> waiting = waiting();
    Problem problem =
        Problem.of(ProblemCode.VENDOR_RATE_LIMITED, "Later.").retryAfter(Duration.ofSeconds(9));

    run(() -> claims.ended(mine, problem));

    Problem heard = assertInstanceOf(Failed.class, waiting.get()).problem();
    assertEquals(problem.code(), heard.code());
    assertEquals(problem.detail(), heard.detail());
    assertEquals(problem.retryAfter(), heard.retryAfter());
  }

  @Test
  void aFailureOfOursIsNobodyElses() throws Exception {
    Mine mine = (Mine) run(() -> claims.of(id));
    CompletableFuture<Claim> waiting = waiting();

    run(() -> claims.ended(mine, new IllegalStateException()));

    assertInstanceOf(Mine.class, waiting.get());
  }

  @Test
  void whoeverComesLaterFetchesAnew() {
    Mine mine = (Mine) run(() -> claims.of(id));
    run(() -> transactions.committed(() -> claims.stored(mine, "NEW", 1)));
    run(() -> claims.ended(mine, null));

    assertInstanceOf(Mine.class, run(() -> claims.of(id)));
  }

  @Test
  void aClaimIsRenewedWhileItsProcessLives() throws SQLException {
    run(() -> claims.of(id));
    CompletableFuture<Claim> waiting = begin(() -> claims.of(id));

    String first = expiry();
    await().atMost(Api.patience()).until(() -> expiry().compareTo(first) > 0);

    assertFalse(waiting.isDone());
    Database.execute("delete from vendor_claim where record_id = '" + id + "'");
    assertInstanceOf(Mine.class, waiting.join());
  }

  /** One who came too late would fetch anew: it has asked already how the claim's holder fares. */
  private CompletableFuture<Claim> waiting() throws SQLException {
    String before = server("select clock_timestamp()");
    CompletableFuture<Claim> waiting = begin(() -> claims.of(id));
    String looks =
        "select count(*) from pg_stat_activity where query like '%(ended or expires_at >%'"
            + " and pid <> pg_backend_pid() and query_start > '"
            + before
            + "'";
    await().atMost(Api.patience()).until(() -> !server(looks).equals("0"));
    return waiting;
  }

  private static String server(String sql) throws SQLException {
    try (Connection connection = TestDatabase.connectToServer(Role.SUPERUSER);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private String expiry() throws SQLException {
    return Database.rows("select expires_at from vendor_claim where record_id = '" + id + "'")
        .get(0);
  }

  private <T> CompletableFuture<T> begin(Supplier<Uni<T>> work) {
    return background.run(work).subscribeAsCompletionStage();
  }

  private <T> T run(Supplier<Uni<T>> work) {
    return background.run(work).await().atMost(Api.patience());
  }
}
