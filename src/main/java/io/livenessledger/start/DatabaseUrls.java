package io.livenessledger.start;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * The two addresses of the one database: migrations reach it through JDBC, everything else through
 * the reactive driver. Whoever configures one need not repeat it.
 */
final class DatabaseUrls {
  static final String JDBC = "quarkus.datasource.jdbc.url";
  static final String REACTIVE = "quarkus.datasource.reactive.url";

  // Beyond sslmode the drivers' parameters differ, and so do user names in the address.
  private static final String SAME_FOR_BOTH = "(//[^@?]+/[^@?]+(?:\\?sslmode=[a-z-]+)?)";
  private static final Pattern JDBC_FORM = Pattern.compile("jdbc:postgresql:" + SAME_FOR_BOTH);
  private static final Pattern REACTIVE_FORM =
      Pattern.compile("(?:vertx-reactive:)?postgres(?:ql)?:" + SAME_FOR_BOTH);

  private DatabaseUrls() {}

  static boolean areConfigured(Config config) {
    return value(config, JDBC).isPresent() || value(config, REACTIVE).isPresent();
  }

  /** Sets the one that is not configured, as a system property, when the other is. */
  static void complete(Config config) {
    Optional<String> jdbc = value(config, JDBC);
    Optional<String> reactive = value(config, REACTIVE);
    if (jdbc.isPresent() && reactive.isEmpty()) {
      System.setProperty(REACTIVE, "postgresql:" + common(JDBC, jdbc.get(), JDBC_FORM, REACTIVE));
    } else if (reactive.isPresent() && jdbc.isEmpty()) {
      String common = common(REACTIVE, reactive.get(), REACTIVE_FORM, JDBC);
      System.setProperty(JDBC, "jdbc:postgresql:" + common);
    }
  }

  private static String common(String key, String url, Pattern form, String derived) {
    Matcher matcher = form.matcher(url);
    if (!matcher.matches()) {
      // Without the value: an address may hold a password.
      throw new StartUpFailure(
          String.format(
              Locale.ROOT,
              "Missing setting %s (%s): it does not follow from the form of %s.",
              derived,
              RequiredSettings.environmentName(derived),
              key));
    }
    return matcher.group(1);
  }

  private static Optional<String> value(Config config, String key) {
    return config.getOptionalValue(key, String.class).filter(value -> !value.isBlank());
  }
}
