package io.livenessledger.store;

import io.vertx.pgclient.PgException;
import java.util.regex.Pattern;
import org.hibernate.JDBCException;
import org.hibernate.exception.ConstraintViolationException;

/**
 * The database refused a statement. It says so with the SQLSTATE and the constraint, and with the
 * stack of what the driver threw, but without the database's own words: they quote the row.
 */
final class StoreRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Hibernate finds a constraint's name in the database's words; a partition's has its month. */
  private static final Pattern CONSTRAINT = Pattern.compile("(pk|fk|ix|uq|ck)_[a-z0-9_]{1,60}");

  private StoreRefusal(String message, Throwable failure) {
    super(message);
    setStackTrace(failure.getStackTrace());
  }

  /** What stands for a failure when the database is behind it, else the failure itself. */
  static Throwable standingFor(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PgException refused) {
        return of(refused.getSqlState(), refused.getConstraint(), failure);
      }
      if (cause instanceof ConstraintViolationException violation) {
        return of(violation.getSQLState(), violation.getConstraintName(), failure);
      }
      if (cause instanceof JDBCException refused) {
        return of(refused.getSQLState(), null, failure);
      }
    }
    return failure;
  }

  private static StoreRefusal of(String state, String constraint, Throwable failure) {
    boolean known = constraint != null && CONSTRAINT.matcher(constraint).matches();
    String kept = known ? ", constraint " + constraint : "";
    return new StoreRefusal(failure.getClass().getName() + ", SQLSTATE " + state + kept, failure);
  }
}
