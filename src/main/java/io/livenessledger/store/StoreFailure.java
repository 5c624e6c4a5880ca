package io.livenessledger.store;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.JDBCException;
import org.jboss.logging.Logger;

/** Tells a database that is not to be had from a defect of ours: the one place for SQLSTATEs. */
final class StoreFailure {
  private static final Logger LOG = Logger.getLogger(StoreFailure.class);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  /**
   * SQLSTATE classes (PostgreSQL manual, appendix A) of which no statement of ours is the cause,
   * and which pass: connection exception, invalid transaction state (a standby is read-only), login
   * refused, no such database, transaction rollback, insufficient resources, object not ready,
   * operator intervention, system error.
   */
  private static final Set<String> PASSING =
      Set.of("08", "25", "28", "3D", "40", "53", "55", "57", "58");

  private StoreFailure() {}

  /**
   * {@code store-unavailable} when the database is the reason, else the failure itself. Nothing
   * that the database said comes through.
   */
  static Throwable translated(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem) {
        return cause;
      }
      if (isPassing(cause)) {
        LOG.warnf("The database is unavailable: %s", named(cause));
        return Problem.of(
                ProblemCode.STORE_UNAVAILABLE,
                "The database did not do its part; whether a change was stored is not known.")
            .retryAfter(RETRY_AFTER)
            .causedBy(StoreRefusal.standingFor(failure));
      }
    }
    return StoreRefusal.standingFor(failure);
  }

  /** Its SQLSTATE, where it has one: an operator can look that up. */
  private static String named(Throwable cause) {
    return cause instanceof PgException refused
        ? "SQLSTATE " + refused.getSqlState()
        : cause.getClass().getSimpleName();
  }

  private static boolean isPassing(Throwable cause) {
    if (cause instanceof PgException refused) {
      return isPassing(refused.getSqlState());
    }
    if (cause instanceof JDBCException refused && refused.getSQLState() != null) {
      return isPassing(refused.getSQLState());
    }
    return cause instanceof IOException
        || cause instanceof ClosedConnectionException
        || cause instanceof TimeoutException
        || isPoolFailure(cause);
  }

  private static boolean isPassing(String state) {
    return state != null && PASSING.contains(state.substring(0, 2));
  }

  /**
   * The Vert.x pool says with a bare message that no connection came in time or that it is closed.
   */
  private static boolean isPoolFailure(Throwable cause) {
    return cause instanceof NoStackTraceThrowable;
  }
}
