package io.livenessledger.webhook.endpoint;

import io.livenessledger.webhook.endpoint.WebhookConfig.Receiver;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads the settings of webhooks and finds all that is wrong with them. */
final class EndpointCheck {
  private static final String PREFIX = "ledger.webhook.";
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private final WebhookConfig config;
  private final Set<String> hosts = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();

  EndpointCheck(WebhookConfig config) {
    this.config = config;
    config.allowedHosts().ifPresent(all -> all.forEach(host -> hosts.add(lower(host))));
  }

  /**
   * The webhooks by their names, in their order.
   *
   * @throws IllegalArgumentException names every key that is not in order, on one line
   */
  Map<String, Endpoint> endpoints() {
    SortedMap<String, Endpoint> checked = new TreeMap<>();
    config.endpoints().forEach((name, receiver) -> checked.put(name, endpoint(name, receiver)));
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("Settings of webhooks: " + String.join("; ", faults));
    }
    return Collections.unmodifiableMap(checked);
  }

  private Endpoint endpoint(String name, Receiver receiver) {
    if (!NAME.matcher(name).matches()) {
      fault("endpoints." + name, "a name has 1 to 63 letters a-z, digits and dashes");
    }
    return new Endpoint(
        name,
        url(name, receiver.url()),
        secrets(name, receiver),
        receiver.clients().map(Set::copyOf).orElse(null),
        receiver.from());
  }

  private URI url(String name, String text) {
    URI url = parsed(text);
    if (url == null
        || !"https".equalsIgnoreCase(url.getScheme())
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || url.getRawFragment() != null) {
      fault(key(name, "url"), "must be https://host[:port][/path][?query]");
    } else if (!hosts.contains(lower(url.getHost()))) {
      fault(key(name, "url"), "its host is none of " + PREFIX + "allowed-hosts");
    }
    return url;
  }

  /** Null when it is no address. */
  private static URI parsed(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException quotesIt) {
      return null;
    }
  }

  private Secrets secrets(String name, Receiver receiver) {
    if (receiver.secret().isPresent() == receiver.secretFile().isPresent()) {
      fault(key(name, "secret"), "set it or .secret-file");
      return null;
    }
    try {
      return receiver.secretFile().map(Secrets::in).orElseGet(() -> fixed(receiver));
    } catch (IllegalArgumentException e) {
      fault(key(name, receiver.secret().isPresent() ? "secret" : "secret-file"), e.getMessage());
      return null;
    }
  }

  private static Secrets fixed(Receiver receiver) {
    return Secrets.of(receiver.secret().orElseThrow());
  }

  private static String key(String name, String key) {
    return "endpoints." + name + "." + key;
  }

  private void fault(String key, String what) {
    faults.add(PREFIX + key + " " + what);
  }

  private static String lower(String host) {
    return host.toLowerCase(Locale.ROOT);
  }
}
