package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No number, no duration and no switch of ours is taken whatever it is. */
class SettingRangeTest {
  private static final String RULE = "ledger.schedule.rules.one.";

  /** Of rules, each of which comes before those with a higher one. */
  private static final String ANY_NUMBER = RULE + "order";

  private static final Map<String, List<String>> SENSELESS =
      Map.of(
          "boolean", List.of("ture", "2", "-"),
          "int", List.of("-1", "99999999999", "many"),
          "double", List.of("-0.1", "1.1", "NaN", "half"),
          "Duration", List.of("-PT1S", "P40000D", "long"),
          "MemorySize", List.of("0", "-1", "2G", "large"));

  private static final Map<String, String> NOTHING =
      Map.of("int", "0", "double", "0", "Duration", "PT0S");

  /** Where nothing means something: no waiting, none at all, never. */
  private static final Set<String> MAY_BE_NOTHING =
      Set.of(
          "ledger.check.interval",
          "ledger.record.fresh-for",
          "ledger.statistics.read-whole",
          "ledger.store.partitions.ahead",
          "ledger.store.partitions.interval",
          "ledger.vendor.budget.kept-from-backfill",
          "ledger.vendor.budget.kept-from-schedule",
          "ledger.vendor.budget.patience",
          "ledger.vendor.bulkhead.queued",
          "ledger.vendor.retry.delay",
          "ledger.vendor.retry.max-delay");

  static Stream<Arguments> senseless() {
    return numbers()
        .flatMap(
            key ->
                SENSELESS.get(key.type()).stream().map(value -> Arguments.of(nameOf(key), value)));
  }

  @ParameterizedTest
  @MethodSource("senseless")
  void whatMakesNoSenseIsRefusedByItsName(String key, String value) {
    assertRefused(key, value);
  }

  @Test
  void nothingIsTakenWhereItMeansSomething() {
    Set<String> taken =
        numbers()
            .filter(key -> NOTHING.containsKey(key.type()))
            .filter(key -> isTaken(nameOf(key), NOTHING.get(key.type())))
            .map(SettingRangeTest::nameOf)
            .collect(Collectors.toSet());

    assertEquals(MAY_BE_NOTHING, taken);
  }

  @Test
  void theGreatestAreTakenAndNoMore() {
    assertDoesNotThrow(
        () ->
            ConfigurationKey.read(
                Map.of(
                    "ledger.store.partitions.ahead", "24",
                    "ledger.webhook.message-size", "500",
                    "ledger.vendor.breaker.failure-ratio", "1",
                    "ledger.vendor.max-body-size", "2147483647",
                    "ledger.record.fresh-for", "P36500D")));
    assertRefused("ledger.store.partitions.ahead", "25");
    assertRefused("ledger.webhook.message-size", "501");
  }

  private static Stream<ConfigurationKey> numbers() {
    return ConfigurationKey.all().stream()
        .filter(key -> SENSELESS.containsKey(key.type()))
        .filter(key -> !nameOf(key).equals(ANY_NUMBER));
  }

  private static String nameOf(ConfigurationKey key) {
    return key.name().replace("<name>", "one");
  }

  private static boolean isTaken(String key, String value) {
    try {
      ConfigurationKey.read(settings(key, value));
      return true;
    } catch (ConfigValidationException refused) {
      return false;
    }
  }

  private static void assertRefused(String key, String value) {
    String why =
        assertThrows(
                ConfigValidationException.class, () -> ConfigurationKey.read(settings(key, value)))
            .getMessage();
    assertTrue(why.contains(key), why);
  }

  private static Map<String, String> settings(String key, String value) {
    Map<String, String> settings = new HashMap<>(Map.of(RULE + "every", "P1D"));
    settings.put(key, value);
    return settings;
  }
}
