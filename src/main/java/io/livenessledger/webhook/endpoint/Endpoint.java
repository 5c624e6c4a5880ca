package io.livenessledger.webhook.endpoint;

import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** A configured webhook, checked. */
public final class Endpoint {
  private final String name;
  private final URI url;
  private final Secrets secrets;
  private final Set<String> clients;
  private final WebhookConfig.From from;

  Endpoint(String name, URI url, Secrets secrets, Set<String> clients, WebhookConfig.From from) {
    this.name = name;
    this.url = url;
    this.secrets = secrets;
    this.clients = clients;
    this.from = from;
  }

  /** Letters, digits and dashes. */
  public String name() {
    return name;
  }

  /** Where messages go. What is behind the host may be a secret: for requests alone. */
  public URI url() {
    return url;
  }

  /** The part of the address that anybody may know. */
  public String host() {
    return url.getHost();
  }

  /** Clients of whose records it is told; empty for all. */
  public Optional<Set<String>> clients() {
    return Optional.ofNullable(clients);
  }

  /** Whether it is told of what was before it. */
  public boolean isFromBeginning() {
    return from == WebhookConfig.From.BEGINNING;
  }

  /**
   * The header {@code webhook-signature}. Blocks.
   *
   * @param timestamp seconds since 1970
   */
  public String sign(String messageId, long timestamp, String body) throws WebhookSigningException {
    return secrets.sign(messageId, timestamp, body);
  }

  /** Nothing but its name. */
  @Override
  public String toString() {
    return name;
  }
}
