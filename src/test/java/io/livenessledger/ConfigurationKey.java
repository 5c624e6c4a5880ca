package io.livenessledger;

import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A key of ours, as the interface says that reads it.
 *
 * @param defaultValue empty without one
 */
record ConfigurationKey(String name, String type, String defaultValue) {
  private static final List<String> MAPPINGS =
      List.of(
          "io.livenessledger.verifik.VerifikConfig",
          "io.livenessledger.vendor.BudgetConfig",
          "io.livenessledger.backfill.run.BackfillConfig",
          "io.livenessledger.backfill.schedule.ScheduleConfig",
          "io.livenessledger.verifik.token.TokenConfig",
          "io.livenessledger.ledger.log.LogConfig",
          "io.livenessledger.ledger.check.run.CheckConfig",
          "io.livenessledger.access.write.AccessConfig",
          "io.livenessledger.problem.slow.HttpConfig",
          "io.livenessledger.paging.PagingConfig",
          "io.livenessledger.search.statistics.StatisticsConfig",
          "io.livenessledger.store.StoreConfig",
          "io.livenessledger.store.partition.PartitionConfig",
          "io.livenessledger.record.RecordConfig",
          "io.livenessledger.record.change.ChangeConfig",
          "io.livenessledger.webhook.endpoint.WebhookConfig");

  /** All of them, by their names. */
  static List<ConfigurationKey> all() {
    return MAPPINGS.stream()
        .flatMap(ConfigurationKey::of)
        .filter(key -> !key.name.endsWith("[*]")) // items of a list that has its own key
        .sorted(Comparator.comparing(ConfigurationKey::name))
        .toList();
  }

  private static Stream<ConfigurationKey> of(String mapping) {
    try {
      return ConfigMappings.getProperties(ConfigClass.configClass(Class.forName(mapping)))
          .entrySet()
          .stream()
          .map(entry -> of(entry.getKey(), entry.getValue()));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConfigurationKey of(String key, Property property) {
    return new ConfigurationKey(
        key.replace(".*.", ".<name>."),
        property
            .getMethod()
            .getGenericReturnType()
            .getTypeName()
            .replaceAll("java\\.util\\.Optional(?:Int)?<(.*)>", "$1")
            .replaceAll("java\\.util\\.(?:List|Set)<(.*)>", "$1[]")
            .replaceAll("[\\w.]+[.$]", ""),
        property.hasDefaultValue() ? property.getDefaultValue() : "");
  }

  /** As it is written in the environment. */
  String variable() {
    return name.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
  }

  /** Its row in docs/OPERATIONS.md. */
  String row() {
    String value = defaultValue.isEmpty() ? "" : "`" + defaultValue + "`";
    return "| `" + name + "` | `" + variable() + "` | " + type + " | " + value + " |\n";
  }
}
