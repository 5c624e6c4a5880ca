package io.livenessledger.verifik.token;

import io.livenessledger.canonical.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/**
 * What the vendor last said of tokens, as far as this replica heard it: a token can die before it
 * expires. One that was rejected is not used again but for a probe a minute, until one works. All
 * of it can be forgotten: the vendor would say it again.
 */
@ApplicationScoped
public class Verdicts {
  private static final Logger LOG = Logger.getLogger(Verdicts.class);
  private static final Duration PROBE = Duration.ofMinutes(1);

  /** Of the same process: far more than people make. */
  private static final int MOST = 100;

  private final ConcurrentMap<Digest, Verdict> verdicts = new ConcurrentHashMap<>();
  private final Clock clock;

  Verdicts(Clock clock) {
    this.clock = clock;
  }

  /**
   * Whether a request may be made with the token now; of one that was rejected, one request in a
   * minute may, and yes is said to it alone.
   */
  public boolean mayUse(HeldToken token) {
    Verdict verdict = verdicts.get(token.digest());
    if (verdict == null || verdict.rejectedAt() == null) {
      return true;
    }
    Instant now = clock.instant();
    return !now.isBefore(verdict.nextProbe())
        && verdicts.replace(
            token.digest(), verdict, new Verdict(verdict.rejectedAt(), now.plus(PROBE)));
  }

  /**
   * Takes in what a fetch with the token was answered. Only an answer about the record says that
   * the token works: who limits our rate or is out of order may not have looked at it.
   */
  public void heard(HeldToken token, int status) {
    if (status == 401) {
      rejected(token);
    } else if (status / 100 == 2 || status == 404) {
      accepted(token);
    }
  }

  private void rejected(HeldToken token) {
    forgetSome();
    Instant now = clock.instant();
    Verdict known = verdicts.get(token.digest());
    boolean isNews = known == null || known.rejectedAt() == null;
    Instant since = isNews ? now : known.rejectedAt();
    verdicts.put(token.digest(), new Verdict(since, now.plus(PROBE)));
    if (isNews) {
      LOG.warn(
          "The vendor rejects our token (401): somebody has to replace it. Until then fetches fail"
              + " at once, and one a minute tries whether it works again");
    }
  }

  private void accepted(HeldToken token) {
    Verdict known = verdicts.get(token.digest());
    if (known == null || known.rejectedAt() != null) {
      forgetSome();
      verdicts.put(token.digest(), Verdict.ACCEPTED);
      if (known != null) {
        LOG.info("The vendor accepts the token again");
      }
    }
  }

  private void forgetSome() {
    if (verdicts.size() >= MOST) {
      verdicts.clear();
    }
  }

  /** Since when the vendor has rejected the token; empty when it does not. */
  public Optional<Instant> rejectedSince(HeldToken token) {
    return Optional.ofNullable(verdicts.get(token.digest())).map(Verdict::rejectedAt);
  }

  /** Whether the token has worked, and has not been rejected since. */
  boolean hasWorked(HeldToken token) {
    return Verdict.ACCEPTED.equals(verdicts.get(token.digest()));
  }

  /**
   * The vendor's last word.
   *
   * @param rejectedAt null when the token works
   * @param nextProbe null when the token works
   */
  private record Verdict(Instant rejectedAt, Instant nextProbe) {
    private static final Verdict ACCEPTED = new Verdict(null, null);
  }
}
