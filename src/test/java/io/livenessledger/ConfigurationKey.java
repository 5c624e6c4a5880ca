package io.livenessledger;

import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A key of ours, as the interface says that reads it.
 *
 * @param range as the operator's table says it; empty when every value of the type will do
 * @param defaultValue empty without one
 */
record ConfigurationKey(String name, String type, String range, String defaultValue) {
  /** By the converter that refuses all others. */
  private static final Map<String, String> RANGES =
      Map.of(
          "Count", "0 or more",
          "PositiveCount", "1 or more",
          "Share", "0 to 1",
          "PositiveShare", "above 0, to 1",
          "DurationOrNone", "0 or more",
          "PositiveDuration", "above 0",
          "PositiveSize", "1 to 2147483647",
          "Switch", "",
          "MonthsAhead", "0 to 24",
          "MessageSize", "1 to 500");

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

  /**
   * Reads them all.
   *
   * @throws ConfigValidationException names every key whose value is refused
   */
  static void read(Map<String, String> settings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withSources(new PropertiesConfigSource(new HashMap<>(settings), "test", 500));
    MAPPINGS.forEach(mapping -> builder.withMapping(load(mapping)));
    builder.build();
  }

  private static Stream<ConfigurationKey> of(String mapping) {
    return ConfigMappings.getProperties(ConfigClass.configClass(load(mapping))).entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()));
  }

  private static Class<?> load(String mapping) {
    try {
      return Class.forName(mapping);
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
            .replaceAll("@\\S+ ", "")
            .replaceAll("[\\w.]+[.$]", ""),
        range(property),
        property.hasDefaultValue() ? property.getDefaultValue() : "");
  }

  private static String range(Property property) {
    Class<?> converter = null;
    if (property.isPrimitive() && property.hasConvertWith()) {
      converter = property.asPrimitive().getConvertWith();
    } else if (property.isLeaf() && property.asLeaf().hasConvertWith()) {
      converter = property.asLeaf().getConvertWith();
    }
    return converter == null
        ? ""
        : Objects.requireNonNull(RANGES.get(converter.getSimpleName()), converter::getName);
  }

  /** As it is written in the environment. */
  String variable() {
    return name.replaceAll("[^A-Za-z0-9<>]", "_").toUpperCase(Locale.ROOT);
  }

  /** Its row in docs/OPERATIONS.md. */
  String row() {
    String value = defaultValue.isEmpty() ? "" : "`" + defaultValue + "`";
    String values = range.isEmpty() ? type : type + ", " + range;
    return "| `" + name + "` | `" + variable() + "` | " + values + " | " + value + " |\n";
  }
}
