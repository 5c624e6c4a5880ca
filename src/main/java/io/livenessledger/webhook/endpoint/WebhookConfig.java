package io.livenessledger.webhook.endpoint;

import io.livenessledger.problem.setting.PositiveDuration;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Converters;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings of webhooks; application.properties gives the reason for each number. */
@ConfigMapping(prefix = "ledger.webhook")
public interface WebhookConfig {
  /** Hosts that may be called, each to the letter; nobody else is. */
  Optional<List<String>> allowedHosts();

  /** The webhooks, by their names. */
  Map<String, Receiver> endpoints();

  /** {@code quarkus.tls.<name>}: whom to trust other than the JDK's authorities, who we are. */
  Optional<String> tlsConfigurationName();

  /** Changes in one message at most. */
  @WithDefault("100")
  @WithConverter(MessageSize.class)
  int messageSize();

  /** To connect, and then once more for the answer's head. */
  @WithDefault("PT10S")
  @WithConverter(PositiveDuration.class)
  Duration timeout();

  Retry retry();

  /** Who is told of changes. */
  interface Receiver {
    /** {@code https}, on an allowed host. */
    String url();

    /** Each {@code whsec_} and base64 of 24 to 64 bytes; all of them sign. */
    Optional<List<String>> secret();

    /** A file with secrets instead, each on a line; read again for every message. */
    Optional<Path> secretFile();

    /** Only changes of these clients' records; without it, of all. */
    Optional<List<String>> clients();

    /** Where a webhook begins that was never configured before. */
    @WithDefault("NOW")
    From from();
  }

  /** A place in the feed of changes. */
  enum From {
    BEGINNING,
    NOW
  }

  /** Tries again whatever the failure is, but 410. */
  interface Retry {
    /** After the first failure; doubled for each further one, with up to half of it as jitter. */
    @WithDefault("PT5S")
    @WithConverter(PositiveDuration.class)
    Duration delay();

    /** The longest time between two tries, without the jitter. */
    @WithDefault("PT1H")
    @WithConverter(PositiveDuration.class)
    Duration maxDelay();

    /** A webhook that has been failing for this long is paused. */
    @WithDefault("PT24H")
    @WithConverter(PositiveDuration.class)
    Duration giveUpAfter();
  }

  /** From one change to half a thousand. */
  final class MessageSize implements Converter<Integer> {
    private static final Converter<Integer> RANGE =
        Converters.newTrimmingConverter(
            Converters.rangeValueConverter(Integer::valueOf, 1, true, 500, true));

    @Override
    public Integer convert(String value) {
      return RANGE.convert(value);
    }
  }
}
