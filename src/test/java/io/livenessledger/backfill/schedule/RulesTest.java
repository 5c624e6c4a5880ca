package io.livenessledger.backfill.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
  @Test
  void theLowestOrderComesFirstAndThenTheName() {
    Rules rules =
        rules(
            Map.of(
                "ledger.schedule.rules.b.every", "P1D",
                "ledger.schedule.rules.a.every", "P1D",
                "ledger.schedule.rules.z.every", "P1D",
                "ledger.schedule.rules.z.order", "-1"));

    assertEquals(List.of("z", "a", "b"), rules.inOrder().stream().map(Rule::name).toList());
  }

  @Test
  void theyReadAsTheyWereWritten() {
    assertEquals(
        "pending: every PT5M, status new/processing, until age PT24H; done: every PT2160H,"
            + " status completed",
        rules(Scheduled.RULES).toString());
    assertEquals(
        "lost: every PT24H, upstream GONE",
        rules(
                Map.of(
                    "ledger.schedule.rules.lost.every", "P1D",
                    "ledger.schedule.rules.lost.upstream", "GONE"))
            .toString());
  }

  @ParameterizedTest
  @CsvSource({
    "ledger.schedule.rules.a.every, PT0S",
    "ledger.schedule.rules.a.every, -PT1S",
    "ledger.schedule.rules.a.every, P40000D",
    "ledger.schedule.rules.a.every, often",
    "ledger.schedule.rules.a.until-age, PT0S",
    "ledger.schedule.rules.a.upstream, LOST",
    "ledger.schedule.rules.a.order, first",
    "ledger.schedule.rules.a.status, 'new, ,old'",
    "ledger.schedule.rules.a.evry, PT5M",
    "ledger.schedule.interval, PT0S",
    "ledger.schedule.concurrent, 0"
  })
  void whatIsNoRuleIsRefusedByItsName(String property, String value) {
    Map<String, String> settings = new HashMap<>();
    settings.put("ledger.schedule.rules.a.every", "P1D");
    settings.put(property, value);

    Exception refused = assertThrows(Exception.class, () -> rules(settings));

    assertTrue(refused.getMessage().contains(property), refused.getMessage());
  }

  @Test
  void aRuleWithoutAnIntervalIsNone() {
    Exception refused =
        assertThrows(Exception.class, () -> rules(Map.of("ledger.schedule.rules.a.status", "new")));

    assertTrue(
        refused.getMessage().contains("ledger.schedule.rules.a.every"), refused.getMessage());
  }

  @Test
  void aNameIsOneWord() {
    Exception refused =
        assertThrows(
            Exception.class, () -> rules(Map.of("ledger.schedule.rules.\"a b\".every", "P1D")));

    assertTrue(refused.getMessage().contains("ledger.schedule.rules.a b"), refused.getMessage());
  }

  private static Rules rules(Map<String, String> settings) {
    return new Rules(Scheduled.config(settings));
  }
}
