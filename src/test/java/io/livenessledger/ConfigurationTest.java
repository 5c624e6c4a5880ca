package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lists every key of ours with its default, and holds the README's table against it. */
class ConfigurationTest {
  private static final Path OPERATIONS = Path.of("docs", "OPERATIONS.md");
  private static final String TABLE = "| key | environment | type | default |\n|---|---|---|---|\n";

  static final Map<String, String> KEYS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ledger.vendor.token", ""),
              Map.entry("ledger.vendor.token-file", ""),
              Map.entry("ledger.vendor.renewal.enabled", "false"),
              Map.entry("ledger.vendor.renewal.before", "P7D"),
              Map.entry("ledger.vendor.renewal.months", "1"),
              Map.entry("ledger.vendor.sandbox", "false"),
              Map.entry("ledger.vendor.max-body-size", "1M"),
              Map.entry("ledger.vendor.timeout", "PT10S"),
              Map.entry("ledger.vendor.retry.tries", "3"),
              Map.entry("ledger.vendor.retry.delay", "PT0.2S"),
              Map.entry("ledger.vendor.retry.max-delay", "PT5S"),
              Map.entry("ledger.vendor.breaker.tries", "40"),
              Map.entry("ledger.vendor.breaker.failure-ratio", "0.8"),
              Map.entry("ledger.vendor.breaker.delay", "PT10S"),
              Map.entry("ledger.vendor.breaker.successes", "2"),
              Map.entry("ledger.vendor.bulkhead.concurrent", "16"),
              Map.entry("ledger.vendor.bulkhead.queued", "1000"),
              Map.entry("ledger.vendor.bulkhead.max-wait", "PT30S"),
              Map.entry("ledger.vendor.budget.minute.calls", "60"),
              Map.entry("ledger.vendor.budget.minute.span", "PT1M"),
              Map.entry("ledger.vendor.budget.day.calls", "10000"),
              Map.entry("ledger.vendor.budget.day.span", "PT24H"),
              Map.entry("ledger.vendor.budget.kept-from-schedule", "0.1"),
              Map.entry("ledger.vendor.budget.kept-from-backfill", "0.2"),
              Map.entry("ledger.vendor.budget.share-of-schedule", "0.5"),
              Map.entry("ledger.vendor.budget.patience", "PT5S"),
              Map.entry("ledger.backfill.concurrent", "4"),
              Map.entry("ledger.backfill.lease-term", "PT6S"),
              Map.entry("ledger.backfill.retry.fetches", "8"),
              Map.entry("ledger.backfill.retry.delay", "PT30S"),
              Map.entry("ledger.backfill.retry.max-delay", "PT15M"),
              Map.entry("ledger.schedule.enabled", "true"),
              Map.entry("ledger.schedule.interval", "PT5S"),
              Map.entry("ledger.schedule.concurrent", "4"),
              Map.entry("ledger.schedule.rules.<name>.every", ""),
              Map.entry("ledger.schedule.rules.<name>.status", ""),
              Map.entry("ledger.schedule.rules.<name>.upstream", "PRESENT"),
              Map.entry("ledger.schedule.rules.<name>.until-age", ""),
              Map.entry("ledger.schedule.rules.<name>.order", "0"),
              Map.entry("ledger.log.origin", "liveness-ledger.invalid/log"),
              Map.entry("ledger.log.key-file", ""),
              Map.entry("ledger.log.second-key-file", ""),
              Map.entry("ledger.log.open", "true"),
              Map.entry("ledger.log.sequencer", "true"),
              Map.entry("ledger.log.batch.size", "4096"),
              Map.entry("ledger.log.batch.interval", "PT0.2S"),
              Map.entry("ledger.log.lease-term", "PT3S"),
              Map.entry("ledger.check.interval", "PT24H"),
              Map.entry("ledger.check.page", "4096"),
              Map.entry("ledger.access.purpose", "required"),
              Map.entry("ledger.access.purposes", ""),
              Map.entry("ledger.access.timeout", "PT5S"),
              Map.entry("ledger.http.head-timeout", "PT10S"),
              Map.entry("ledger.http.body-timeout", "PT30S"),
              Map.entry("ledger.changes.interval", "PT0.2S"),
              Map.entry("ledger.changes.heartbeat", "PT15S"),
              Map.entry("ledger.changes.longest-stream", "PT15M"),
              Map.entry("ledger.webhook.allowed-hosts", ""),
              Map.entry("ledger.webhook.endpoints.<name>.url", ""),
              Map.entry("ledger.webhook.endpoints.<name>.secret", ""),
              Map.entry("ledger.webhook.endpoints.<name>.secret-file", ""),
              Map.entry("ledger.webhook.endpoints.<name>.clients", ""),
              Map.entry("ledger.webhook.endpoints.<name>.from", "NOW"),
              Map.entry("ledger.webhook.tls-configuration-name", ""),
              Map.entry("ledger.webhook.message-size", "100"),
              Map.entry("ledger.webhook.timeout", "PT10S"),
              Map.entry("ledger.webhook.retry.delay", "PT5S"),
              Map.entry("ledger.webhook.retry.max-delay", "PT1H"),
              Map.entry("ledger.webhook.retry.give-up-after", "PT24H"),
              Map.entry("ledger.paging.token-validity", "PT24H"),
              Map.entry("ledger.statistics.read-whole", "50000"),
              Map.entry("ledger.store.timeout", "PT15S"),
              Map.entry("ledger.store.search-timeout", "PT30S"),
              Map.entry("ledger.store.partitions.interval", "PT24H"),
              Map.entry("ledger.store.partitions.ahead", "3"),
              Map.entry("ledger.record.fresh-for", "PT24H")));

  @Test
  void everyKeyHasTheDefaultListedHere() {
    Map<String, String> found = new TreeMap<>();
    ConfigurationKey.all().forEach(key -> found.put(key.name(), key.defaultValue()));

    assertEquals(KEYS, found);
  }

  /** {@code ./mvnw test -Dtest=ConfigurationTest -Dconfiguration.write=true} writes it anew. */
  @Test
  void theOperatorsTableHasEveryKey() throws IOException {
    String document = Files.readString(OPERATIONS);
    int begin = document.indexOf(TABLE) + TABLE.length();
    int end = document.indexOf("<!-- end of the table -->");
    String rows =
        ConfigurationKey.all().stream().map(ConfigurationKey::row).collect(Collectors.joining());
    if (Boolean.getBoolean("configuration.write")) {
      Files.writeString(OPERATIONS, document.substring(0, begin) + rows + document.substring(end));
    } else {
      assertEquals(rows, document.substring(begin, end), OPERATIONS + " has drifted");
    }
  }

  @Test
  void theReadmeNamesEveryKeyWithItsDefault() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    KEYS.forEach(
        (key, value) -> {
          assertTrue(readme.contains("`" + key + "`"), key);
          String row = readme.lines().filter(l -> l.contains("`" + key + "`")).findFirst().get();
          assertTrue(value.isEmpty() || row.contains("`" + value + "`"), row);
        });
  }
}
