package io.livenessledger.verifik;

import java.time.Duration;
import java.util.Optional;

/** A failure of one try after which another one may succeed. */
class PassingFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Status when there was no answer. */
  static final int NETWORK = 0;

  private final int status;
  private final Duration wait;

  private PassingFailure(int status, Duration wait, Throwable cause) {
    super(cause == null ? "status " + status : cause.getClass().getName(), cause, false, false);
    this.status = status;
    this.wait = wait;
  }

  /** No answer, or none that is HTTP: whatever the client says, the connection is to blame. */
  static PassingFailure network(Throwable cause) {
    return new PassingFailure(NETWORK, null, cause);
  }

  /**
   * @param wait how long the vendor tells us to wait; null when it does not
   */
  static PassingFailure status(int status, Duration wait) {
    return status == 429 ? new RateLimit(wait) : new PassingFailure(status, wait, null);
  }

  /** The vendor limits our rate (429). */
  static final class RateLimit extends PassingFailure {
    private static final long serialVersionUID = 1L;

    private RateLimit(Duration wait) {
      super(429, wait, null);
    }
  }

  int status() {
    return status;
  }

  /** How long the vendor tells us to wait before the next try. */
  Optional<Duration> demandedWait() {
    return Optional.ofNullable(wait);
  }
}
