package io.livenessledger.webhook.delivery;

import io.livenessledger.store.Background;
import io.livenessledger.webhook.endpoint.Endpoint;
import io.livenessledger.webhook.endpoint.WebhookConfig;
import io.livenessledger.webhook.state.Attempt;
import io.livenessledger.webhook.state.Message;
import io.livenessledger.webhook.state.Outcome;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jboss.logging.Logger;

/**
 * Sends messages over TLS, signed (Standard Webhooks). Follows no redirect; of an answer it looks
 * at the status alone. Must be called on a Vert.x context; answers on it. Does not fail.
 */
@ApplicationScoped
class Sender {
  private static final Logger LOG = Logger.getLogger(Sender.class);
  private static final int HTTPS = 443;

  /** Of a body that nobody looks at: read to keep the connection, or it is given up. */
  private static final int LONGEST_BODY = 1 << 14;

  private final WebhookConfig config;
  private final TlsConfigurationRegistry registry;
  private final Vertx vertx;
  private final Clock clock;
  private HttpClient client;

  Sender(WebhookConfig config, TlsConfigurationRegistry registry, Vertx vertx, Clock clock) {
    this.config = config;
    this.registry = registry;
    this.vertx = vertx;
    this.clock = clock;
  }

  /**
   * To be called before the first message.
   *
   * @throws IllegalArgumentException when there is no such TLS configuration, or it trusts
   *     everybody
   */
  void open() {
    int millis = Math.toIntExact(config.timeout().toMillis());
    HttpClientOptions options =
        new HttpClientOptions()
            .setSsl(true)
            .setConnectTimeout(millis)
            .setSslHandshakeTimeout(millis)
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    config
        .tlsConfigurationName()
        .map(this::trust)
        .ifPresent(t -> TlsConfigUtils.configure(options, t));
    client = vertx.createHttpClient(options);
  }

  private TlsConfiguration trust(String name) {
    TlsConfiguration tls =
        registry.get(name).orElseThrow(() -> notUsable("is the name of no quarkus.tls.<name>"));
    if (tls.isTrustAll()
        || tls.getHostnameVerificationAlgorithm().filter("NONE"::equals).isPresent()) {
      throw notUsable("names a configuration that trusts everybody");
    }
    return tls;
  }

  private static IllegalArgumentException notUsable(String why) {
    return new IllegalArgumentException("ledger.webhook.tls-configuration-name " + why);
  }

  /** Sends it once. */
  Uni<Attempt> send(Endpoint endpoint, Message message) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    long begun = System.nanoTime();
    return Background.compute(() -> request(endpoint, message, at.getEpochSecond()))
        .chain(
            request ->
                Uni.createFrom()
                    .completionStage(() -> posted(request, message).toCompletionStage()))
        .map(status -> new Attempt(at, since(begun), outcome(status), status))
        .onFailure()
        .recoverWithItem(failure -> new Attempt(at, since(begun), outcome(failure), null));
  }

  private static RequestOptions request(Endpoint endpoint, Message message, long timestamp)
      throws Exception {
    URI url = endpoint.url();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setSsl(true)
        .setHost(url.getHost())
        .setPort(url.getPort() < 0 ? HTTPS : url.getPort())
        .setURI(path + query)
        .setFollowRedirects(false)
        .putHeader("Content-Type", "application/json")
        .putHeader("User-Agent", "liveness-ledger")
        .putHeader("webhook-id", message.id())
        .putHeader("webhook-timestamp", Long.toString(timestamp))
        .putHeader("webhook-signature", endpoint.sign(message.id(), timestamp, message.body()));
  }

  private Future<Integer> posted(RequestOptions options, Message message) {
    return client
        .request(options)
        .compose(request -> exchanged(request, Buffer.buffer(message.body())));
  }

  /** The status; what comes after it may not take longer than the time that is left. */
  private Future<Integer> exchanged(HttpClientRequest request, Buffer body) {
    Promise<Integer> status = Promise.promise();
    long timer =
        vertx.setTimer(
            config.timeout().toMillis(),
            over -> {
              status.tryFail(new TimeoutException());
              request.reset();
            });
    request
        .send(body)
        .onSuccess(
            answer -> {
              drain(request, answer, timer);
              status.tryComplete(answer.statusCode());
            })
        .onFailure(
            failure -> {
              vertx.cancelTimer(timer);
              status.tryFail(failure);
            });
    return status.future();
  }

  private void drain(HttpClientRequest request, HttpClientResponse answer, long timer) {
    long[] length = {0};
    answer
        .exceptionHandler(broken -> vertx.cancelTimer(timer))
        .endHandler(end -> vertx.cancelTimer(timer))
        .handler(
            part -> {
              length[0] += part.length();
              if (length[0] > LONGEST_BODY) {
                request.reset();
              }
            });
  }

  private static Outcome outcome(int status) {
    if (status == 410) {
      return Outcome.GONE;
    }
    return status / 100 == 2 ? Outcome.DELIVERED : Outcome.REFUSED;
  }

  private static Outcome outcome(Throwable failure) {
    LOG.debugf("A message was not delivered: %s", failure.getClass().getName());
    if (failure instanceof SSLException) {
      return Outcome.UNTRUSTED;
    }
    boolean isLate =
        failure instanceof TimeoutException
            || failure instanceof io.netty.channel.ConnectTimeoutException;
    return isLate ? Outcome.TIMED_OUT : Outcome.UNREACHABLE;
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
