package io.livenessledger.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The configured webhooks. The program does not start with one that is not in order, and says in
 * one line which key is the matter; never with its value, which may be a secret.
 */
@ApplicationScoped
public class Endpoints {
  private final Map<String, Endpoint> byName;

  Endpoints(WebhookConfig config) {
    this.byName = new EndpointCheck(config).endpoints();
  }

  /** By name. */
  public Collection<Endpoint> all() {
    return byName.values();
  }

  /** The webhook of this name, if there is one. */
  public Optional<Endpoint> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
