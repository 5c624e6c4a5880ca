package io.livenessledger.problem.setting;

import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.config.spi.Converter;

/** {@code true} or {@code false}. Without it every other word, such as {@code ture}, is false. */
public final class Switch implements Converter<Boolean> {
  private static final Set<String> ON = Set.of("true", "yes", "on", "1");
  private static final Set<String> OFF = Set.of("false", "no", "off", "0");

  @Override
  public Boolean convert(String value) {
    String word = value.strip().toLowerCase(Locale.ROOT);
    if (!ON.contains(word) && !OFF.contains(word)) {
      throw new IllegalArgumentException("Neither true nor false");
    }
    return ON.contains(word);
  }
}
