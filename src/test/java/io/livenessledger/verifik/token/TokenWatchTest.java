package io.livenessledger.verifik.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Logged;
import io.livenessledger.testkit.TestClock;
import io.livenessledger.testkit.VendorTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenWatchTest {
  private final TestClock clock = new TestClock();

  @Test
  void fromSevenDaysBeforeOnItWarnsOnceADay() {
    TokenWatch watch = watching(VendorTokens.expiring(clock.instant().plus(Duration.ofDays(9))));

    for (int days : new int[] {0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1}) {
      assertEquals(days, warnings(watch, 24).size());
    }
  }

  @Test
  void theWarningSaysWhenAndWhatToDo() {
    TokenWatch watch = watching(VendorTokens.expiring(clock.instant().plus(Duration.ofHours(47))));

    String warning = warnings(watch, 1).get(0);
    assertTrue(warning.contains("in 1 day: get a new one from the vendor"), warning);

    clock.advance(Duration.ofDays(2));
    warning = warnings(watch, 1).get(0);
    assertTrue(warning.contains("has expired at "), warning);
  }

  @Test
  void aTokenWithoutAnExpiryIsNoReasonToWarn() {
    assertEquals(List.of(), warnings(watching("opaque"), 48));
    assertTrue(Double.isNaN(standing("opaque").daysLeft()));
  }

  @Test
  void anExpiryInAnotherAgeIsANumberToo() {
    assertTrue(standing(VendorTokens.of("{\"exp\":10000000000000000}")).daysLeft() > 1e11);
    assertTrue(standing(VendorTokens.of("{\"exp\":-10000000000000000}")).daysLeft() < -1e11);
  }

  /** What an hourly look logs in so many hours. */
  private List<String> warnings(TokenWatch watch, int hours) {
    return Logged.during(
        () -> {
          for (int hour = 0; hour < hours; hour++) {
            watch.look();
            clock.advance(Duration.ofHours(1));
          }
        });
  }

  private TokenWatch watching(String token) {
    return new TokenWatch(standing(token), clock, null, null);
  }

  private TokenStanding standing(String token) {
    TokenConfig config = VerifikTokenTest.config(Map.of("ledger.vendor.token", token));
    return new TokenStanding(new VerifikToken(config), new Verdicts(clock), clock, config);
  }
}
