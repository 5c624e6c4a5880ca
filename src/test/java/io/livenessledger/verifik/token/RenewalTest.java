package io.livenessledger.verifik.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.VendorTokens;
import io.livenessledger.verifik.token.Renewal.Renewed;
import io.livenessledger.verifik.token.Renewal.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is to be done next. */
class RenewalTest {
  private final TestClock clock = new TestClock();
  private final Verdicts verdicts = new Verdicts(clock);

  @TempDir Path directory;
  private Path file;
  private Renewal renewal;

  @BeforeEach
  void start() {
    file = directory.resolve("token");
    renewal = renewal(Map.of("ledger.vendor.token-file", file.toString()));
  }

  @Test
  void aTokenIsRenewedInItsLastDaysAlone() throws IOException {
    current(Duration.ofDays(8));
    assertEquals(Step.NOTHING, renewal.next());

    clock.advance(Duration.ofDays(2));
    assertEquals(Step.RENEW, renewal.next());

    clock.advance(Duration.ofDays(7));
    assertEquals(Step.NOTHING, renewal.next(), "the vendor renews what is valid alone");
  }

  @Test
  void aRejectedTokenIsNotRenewed() throws IOException {
    verdicts.heard(current(Duration.ofDays(1)), 401);

    assertEquals(Step.NOTHING, renewal.next());
  }

  @Test
  void aFileInTroubleIsLeftAlone() throws IOException {
    current(Duration.ofDays(1));
    assertEquals(Step.RENEW, renewal.next());

    Files.delete(file);
    assertEquals(Step.NOTHING, renewal.next());
  }

  @Test
  void thePreviousTokenStaysUntilTheNewOneHasWorked() throws IOException {
    previous(Duration.ofDays(1));
    HeldToken current = current(Duration.ofDays(1));
    for (int saysNothing : new int[] {403, 429, 500}) {
      verdicts.heard(current, saysNothing);
      assertEquals(Step.NOTHING, renewal.next());
    }

    verdicts.heard(current, 404);
    assertEquals(Step.FORGET_PREVIOUS, renewal.next());
  }

  @Test
  void aRejectedTokenGivesWayToThePreviousOneUnlessThatIsNoBetter() throws IOException {
    HeldToken previous = previous(Duration.ofDays(1));
    verdicts.heard(current(Duration.ofDays(30)), 401);
    assertEquals(Step.GO_BACK, renewal.next());

    verdicts.heard(previous, 401);
    assertEquals(Step.NOTHING, renewal.next());

    clock.advance(Duration.ofDays(1));
    assertEquals(Step.FORGET_PREVIOUS, renewal.next());
  }

  @Test
  void aPreviousTokenThatACrashLeftBesideItselfIsForgotten() throws IOException {
    HeldToken current = current(Duration.ofDays(1));
    Files.writeString(directory.resolve("token.previous"), current.text());
    assertEquals(Step.FORGET_PREVIOUS, renewal.next());

    renewal.forgetPrevious();
    assertEquals(Step.RENEW, renewal.next());
  }

  @Test
  void aTokenThatSomebodyPutThereMeanwhileStays() throws IOException {
    HeldToken old = current(Duration.ofDays(1));
    HeldToken theirs = current(Duration.ofDays(30));

    assertThrows(
        RenewalFailure.class, () -> renewal.write(new Renewed(old, token(Duration.ofDays(30)))));

    assertEquals(Optional.of(theirs), HeldToken.in(Files.readString(file)));
  }

  @Test
  void withoutAFileOrAnExpiryThereIsAnObstacle() throws IOException {
    String token = VendorTokens.expiring(clock.instant());
    Renewal withoutFile = renewal(Map.of("ledger.vendor.token", token));
    assertEquals(
        Optional.of("a new token has to be kept: it needs ledger.vendor.token-file"),
        withoutFile.obstacle());
    assertEquals(Step.NOTHING, withoutFile.next());

    Files.writeString(file, "opaque");
    assertEquals(Optional.of("the token does not say when it expires"), renewal.obstacle());
    assertEquals(Step.NOTHING, renewal.next());

    current(Duration.ofDays(1));
    assertEquals(Optional.empty(), renewal.obstacle());
  }

  private HeldToken current(Duration left) throws IOException {
    return written(file, left);
  }

  private HeldToken previous(Duration left) throws IOException {
    return written(directory.resolve("token.previous"), left);
  }

  private HeldToken written(Path path, Duration left) throws IOException {
    HeldToken token = token(left);
    Files.writeString(path, token.text());
    return token;
  }

  private HeldToken token(Duration left) {
    return HeldToken.in(VendorTokens.expiring(clock.instant().plus(left))).orElseThrow();
  }

  private Renewal renewal(Map<String, String> settings) {
    TokenConfig config = VerifikTokenTest.config(settings);
    return new Renewal(config, new VerifikToken(config), verdicts, null, null, clock);
  }
}
