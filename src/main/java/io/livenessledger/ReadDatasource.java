package io.livenessledger;

import io.smallrye.config.FallbackConfigSourceInterceptor;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is not configured of the datasource that populations are read from is as configured of the
 * database itself: without a read replica it is the same. Found by the configuration as a service.
 */
@Priority(Priorities.LIBRARY + 400)
public class ReadDatasource extends FallbackConfigSourceInterceptor {
  private static final long serialVersionUID = 1L;

  /** Without what is a map: its keys would be looked for in the other map, too. */
  private static final Pattern OWN =
      Pattern.compile(
          "quarkus\\.datasource\\.\"?read\"?\\." + "(reactive\\.(?!additional-properties).*)");

  public ReadDatasource() {
    super(ReadDatasource::fallback);
  }

  static String fallback(String name) {
    Matcher own = OWN.matcher(name);
    return own.matches() ? "quarkus.datasource." + own.group(1) : name;
  }
}
