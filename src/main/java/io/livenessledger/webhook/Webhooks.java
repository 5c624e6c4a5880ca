package io.livenessledger.webhook;

import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageTokens;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.change.Changes;
import io.livenessledger.record.change.Cursor;
import io.livenessledger.security.Caller;
import io.livenessledger.webhook.endpoint.Endpoint;
import io.livenessledger.webhook.endpoint.Endpoints;
import io.livenessledger.webhook.state.Delivery;
import io.livenessledger.webhook.state.DeliveryLog;
import io.livenessledger.webhook.state.Standing;
import io.livenessledger.webhook.state.Standings;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the current caller sees of webhooks, and does about them. For one who may see some clients'
 * records alone there are none but those that tell of these clients' alone.
 */
@ApplicationScoped
class Webhooks {
  /** Of changes behind a webhook; counting them takes some milliseconds. */
  static final int LARGEST_LAG = 10_000;

  private static final String LIST = "webhooks";

  private final Endpoints endpoints;
  private final Standings standings;
  private final DeliveryLog log;
  private final Changes changes;
  private final PageTokens tokens;
  private final Caller caller;

  Webhooks(
      Endpoints endpoints,
      Standings standings,
      DeliveryLog log,
      Changes changes,
      PageTokens tokens,
      Caller caller) {
    this.endpoints = endpoints;
    this.standings = standings;
    this.log = log;
    this.changes = changes;
    this.tokens = tokens;
    this.caller = caller;
  }

  /** By name; those that a replica has just learnt of may be missing for a second. */
  Uni<Page<WebhookView>> list(int size, String token) {
    String after = token == null ? "" : tokens.position(LIST, token, 1).get(0);
    Map<String, Endpoint> shown =
        endpoints.all().stream()
            .filter(this::isVisible)
            .filter(endpoint -> endpoint.name().compareTo(after) > 0)
            .collect(Collectors.toMap(Endpoint::name, endpoint -> endpoint));
    return standings
        .of(shown.keySet())
        .map(found -> Page.of(found, size, last -> tokens.encode(LIST, last.name())))
        .chain(page -> viewed(page, shown));
  }

  private Uni<Page<WebhookView>> viewed(Page<Standing> page, Map<String, Endpoint> endpoints) {
    return Multi.createFrom()
        .iterable(page.items())
        .onItem()
        .transformToUniAndConcatenate(s -> view(endpoints.get(s.name()), s))
        .collect()
        .asList()
        .map(views -> new Page<>(views, page.nextPageToken()));
  }

  Uni<WebhookView> find(String name) {
    return withStanding(name, standing -> Uni.createFrom().item(standing));
  }

  /** Its attempts, newest first. */
  Uni<Page<DeliveryView>> deliveries(String name, int size, String token) {
    Endpoint endpoint = require(name);
    String list = LIST + "/" + endpoint.name() + "/deliveries";
    return log.before(endpoint.name(), tokens.beforeLong(list, token), size + 1)
        .map(found -> tokens.numbered(list, found, size, Delivery::number))
        .map(page -> page.map(DeliveryView::of));
  }

  Uni<WebhookView> pause(String name) {
    return withStanding(name, standing -> standings.pause(name));
  }

  Uni<WebhookView> resume(String name) {
    return withStanding(name, standing -> standings.resume(name));
  }

  /**
   * Goes back.
   *
   * @return fails as {@code conflict} when the webhook is not as far
   */
  Uni<WebhookView> replay(String name, Cursor after) {
    return withStanding(
        name,
        standing ->
            standings.replay(name, after.position()).onItem().ifNull().failWith(Webhooks::ahead));
  }

  private static Problem ahead() {
    return Problem.of(
        ProblemCode.CONFLICT,
        "The webhook is not as far: what lies between would never be delivered.");
  }

  private Uni<WebhookView> withStanding(String name, Function<Standing, Uni<Standing>> change) {
    Endpoint endpoint = require(name);
    return standings
        .of(List.of(name))
        .map(found -> found.stream().findFirst().orElseThrow(Webhooks::unknown))
        .chain(change::apply)
        .chain(standing -> view(endpoint, standing));
  }

  private Uni<WebhookView> view(Endpoint endpoint, Standing standing) {
    return changes
        .countBehind(new Cursor(standing.position()), LARGEST_LAG)
        .chain(
            lag ->
                log.before(endpoint.name(), Long.MAX_VALUE, 1)
                    .map(last -> WebhookView.of(endpoint, standing, lag, last)));
  }

  private Endpoint require(String name) {
    return endpoints.find(name).filter(this::isVisible).orElseThrow(Webhooks::unknown);
  }

  private static Problem unknown() {
    return Problem.of(ProblemCode.NOT_FOUND, "There is no webhook of this name.");
  }

  private boolean isVisible(Endpoint endpoint) {
    Optional<Set<String>> mine = caller.clients();
    return mine.isEmpty()
        || endpoint.clients().filter(theirs -> mine.get().containsAll(theirs)).isPresent();
  }
}
