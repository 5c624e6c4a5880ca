package io.livenessledger.access.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.access.idempotency.KeyTable.Attempt;
import io.livenessledger.access.idempotency.KeyTable.Known;
import io.livenessledger.canonical.Digest;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.security.Caller;
import io.livenessledger.store.Background;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Does what a caller asks for under a key ({@code draft-ietf-httpapi-idempotency-key-header}) once.
 * A call with the same key is told what came of the first, while that is known; one with the same
 * key that asks for something else is refused, as is one that comes while the first is under way,
 * on whichever replica. A call that fails leaves its key free, and so does one whose replica died,
 * some seconds later.
 */
@ApplicationScoped
public class Idempotency {
  private static final String REPLAYED = "Idempotency-Replayed";

  /** From one renewal to the next; three fit into {@link KeyTable#TERM}. */
  private static final Duration RENEWAL = Duration.ofSeconds(2);

  /** A fetch seldom takes longer. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final KeyTable keys;
  private final Caller caller;
  private final CurrentVertxRequest request;
  private final Background background;
  private final Set<String> held = ConcurrentHashMap.newKeySet();

  Idempotency(KeyTable keys, Caller caller, CurrentVertxRequest request, Background background) {
    this.keys = keys;
    this.caller = caller;
    this.request = request;
    this.background = background;
  }

  /**
   * Answers the current request. To be called while it is being handled.
   *
   * @param body of the request
   * @param first does what is asked for, and says what came of it; what it fails with is not kept
   * @param again makes the answer anew, once the caller is known to be allowed to see it
   * @return fails with {@code conflict}, {@code idempotency-key-reused}, {@code invalid-parameter}
   */
  public Uni<Response> once(
      byte[] body, Function<Turn, Uni<Response>> first, Function<Outcome, Uni<Response>> again) {
    HttpServerRequest asked = request.getCurrent().request();
    String key = IdempotencyKey.in(asked.headers().getAll(IdempotencyKey.HEADER));
    if (key == null) {
      return first.apply(Turn.UNKEYED);
    }
    Attempt attempt =
        new Attempt(caller.name(), key, fingerprint(asked, body), UUID.randomUUID().toString());
    return keys.take(attempt)
        .chain(mine -> mine ? answered(attempt, first) : repeated(attempt, first, again));
  }

  private static Digest fingerprint(HttpServerRequest asked, byte[] body) {
    String line = asked.method() + " " + asked.uri() + "\n";
    return Digest.sha256(line.getBytes(UTF_8), body);
  }

  private Uni<Response> answered(Attempt attempt, Function<Turn, Uni<Response>> first) {
    held.add(attempt.token());
    background.after(RENEWAL, () -> renew(attempt));
    // Deferred: whatever is thrown on the way, the key is let go. Who hangs up may come again
    // before
    // the work has ended; then it has the key for as long as the term.
    return Uni.createFrom()
        .deferred(() -> first.apply(keys.turn(attempt)))
        .onFailure()
        .call(() -> keys.letGo(attempt))
        .onTermination()
        .invoke(() -> held.remove(attempt.token()));
  }

  private void renew(Attempt attempt) {
    if (held.contains(attempt.token())) {
      background
          .run(() -> keys.renew(attempt))
          .onFailure()
          .recoverWithNull()
          .subscribe()
          .with(done -> background.after(RENEWAL, () -> renew(attempt)));
    }
  }

  private Uni<Response> repeated(
      Attempt attempt,
      Function<Turn, Uni<Response>> first,
      Function<Outcome, Uni<Response>> again) {
    return keys.known(attempt)
        .chain(
            known -> {
              if (known == null) { // let go meanwhile
                return keys.take(attempt)
                    .chain(mine -> mine ? answered(attempt, first) : underWay());
              }
              return known.isSame() ? told(known, again) : reused();
            });
  }

  private static Uni<Response> told(Known known, Function<Outcome, Uni<Response>> again) {
    return known.outcome() == null
        ? underWay()
        : again
            .apply(known.outcome())
            .map(answer -> Response.fromResponse(answer).header(REPLAYED, "true").build());
  }

  private static Uni<Response> underWay() {
    return Uni.createFrom()
        .failure(
            Problem.of(
                    ProblemCode.CONFLICT,
                    "A request with this Idempotency-Key is still under way; ask again for its"
                        + " outcome.")
                .retryAfter(RETRY_AFTER));
  }

  private static Uni<Response> reused() {
    return Uni.createFrom()
        .failure(
            Problem.of(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key came with another method, address or body before."));
  }
}
