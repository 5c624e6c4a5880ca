package io.livenessledger.verifik.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How it stands with the token, and what a person has to do about it, if anything. */
@ApplicationScoped
public class TokenStanding {
  /** Getting a token takes a person, and people are away for a weekend. */
  private static final Duration SOON = Duration.ofDays(7);

  private static final double DAY = Duration.ofDays(1).toSeconds();

  private final VerifikToken token;
  private final Verdicts verdicts;
  private final Clock clock;
  private final String remedy;

  TokenStanding(VerifikToken token, Verdicts verdicts, Clock clock, TokenConfig config) {
    this.token = token;
    this.verdicts = verdicts;
    this.clock = clock;
    this.remedy =
        config.tokenFile().isPresent()
            ? "get a new one from the vendor and put it into ledger.vendor.token-file, which needs no restart"
            : "get a new one from the vendor, set ledger.vendor.token and restart";
  }

  /** Whether there is a token to call the vendor with. */
  public boolean isThere() {
    return token.current().isPresent();
  }

  /** What is wrong with the token's file. */
  public Optional<String> trouble() {
    return token.trouble();
  }

  /** When the token expires, as it says itself. */
  public Optional<Instant> expires() {
    return token.current().flatMap(HeldToken::expires);
  }

  /** Days until the token expires, negative once it has; not a number when it is not known. */
  public double daysLeft() {
    return expires()
        .map(e -> Duration.between(clock.instant(), e).toSeconds() / DAY)
        .orElse(Double.NaN);
  }

  /** What a person has to do, and why. */
  public Optional<String> action() {
    return token.current().flatMap(this::action);
  }

  private Optional<String> action(HeldToken held) {
    Optional<String> rejected =
        verdicts
            .rejectedSince(held)
            .map(since -> "The vendor has rejected the token since " + since + ": " + remedy);
    return rejected.or(() -> expiring(held));
  }

  /** The same, as far as the token's expiry is the reason. */
  Optional<String> expiring() {
    return token.current().flatMap(this::expiring);
  }

  private Optional<String> expiring(HeldToken held) {
    Instant now = clock.instant();
    return held.expires()
        .filter(expiry -> !expiry.isAfter(now.plus(SOON)))
        .map(
            expiry ->
                held.isExpired(now)
                    ? "The vendor's token has expired at " + expiry + ": " + remedy
                    : "The vendor's token expires at " + expiry + inDays() + ": " + remedy);
  }

  private String inDays() {
    long days = (long) daysLeft();
    return days < 1 ? ", in less than a day" : ", in " + days + (days == 1 ? " day" : " days");
  }
}
