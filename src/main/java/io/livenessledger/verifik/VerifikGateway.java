package io.livenessledger.verifik;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.verifik.budget.Urgency;
import io.livenessledger.verifik.budget.VendorBudget;
import io.livenessledger.verifik.budget.VendorBudget.Word;
import io.livenessledger.verifik.token.HeldToken;
import io.livenessledger.verifik.token.Verdicts;
import io.livenessledger.verifik.token.VerifikToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Fetches records from the vendor. Classifies by HTTP status alone, never by body (VERIFIK.md): a
 * 2xx or a 404 is an answer, all else is one problem. Must be called on a Vert.x context; answers
 * on it.
 */
@ApplicationScoped
public class VerifikGateway {
  private static final Logger LOG = Logger.getLogger(VerifikGateway.class);
  private static final int BUFFER = 8192;

  /** The most that the vendor puts on a page. */
  private static final int PAGE_LIMIT = 100;

  /** In bodies of full size; a page of a hundred usual ones is smaller than one such. */
  private static final long LONGEST_PAGE = 16;

  private static final Duration NOT_CONFIGURED = Duration.ofMinutes(1);

  /** Worth keeping beside a body: what dates, identifies or encodes it. */
  private static final List<String> KEPT_HEADERS =
      List.of("content-encoding", "date", "etag", "last-modified", "x-request-id");

  private final VerifikApi api;
  private final VerifikToken token;
  private final Verdicts verdicts;
  private final VerifikGuard guard;
  private final VendorBudget budget;
  private final DemandedWait demandedWait;
  private final int maxBodySize;
  private final Duration timeout;
  private final Clock clock;

  VerifikGateway(
      @RestClient VerifikApi api,
      VerifikToken token,
      Verdicts verdicts,
      VendorBudget budget,
      VerifikConfig config,
      VendorMetrics metrics,
      Clock clock) {
    this.api = api;
    this.token = token;
    this.verdicts = verdicts;
    this.budget = budget;
    this.guard = new VerifikGuard(config, metrics);
    this.demandedWait = new DemandedWait(clock);
    this.maxBodySize = Math.toIntExact(config.maxBodySize().asLongValue());
    this.timeout = config.timeout();
    this.clock = clock;
  }

  /** One record. Fails with one of the {@code vendor-…} problems. */
  public Uni<VendorAnswer> fetch(String recordId, Urgency urgency) {
    return guard.fetch(
        () -> permitted(urgency),
        held -> attempt(held, maxBodySize, api.record(recordId, held.bearer())));
  }

  /**
   * A page of the list of records, as long as the vendor makes them; a 404 is an answer, too. Fails
   * with one of the {@code vendor-…} problems.
   *
   * @param page from 1
   * @param status null for records of any
   */
  public Uni<VendorAnswer> list(int page, String status, Urgency urgency) {
    return guard.fetch(
        () -> permitted(urgency),
        held ->
            attempt(
                held,
                LONGEST_PAGE * maxBodySize,
                api.list(page, PAGE_LIMIT, status, held.bearer())));
  }

  /** The token first: without one that may be used nothing is spent. */
  private Uni<HeldToken> permitted(Urgency urgency) {
    HeldToken held = token.current().orElseThrow(VerifikGateway::notConfigured);
    if (!verdicts.mayUse(held)) {
      throw rejectedBefore();
    }
    return budget.call(urgency).replaceWith(held);
  }

  private Uni<VendorAnswer> attempt(
      HeldToken held, long maxSize, Uni<RestResponse<InputStream>> call) {
    return call.onFailure()
        .transform(PassingFailure::network)
        .invoke(answer -> verdicts.heard(held, answer.getStatus()))
        .call(this::heed)
        .chain(answer -> read(answer, maxSize));
  }

  private static Problem rejectedBefore() {
    return Problem.of(
        ProblemCode.VENDOR_TOKEN_REJECTED,
        "The vendor has rejected the token and was not asked; one fetch a minute tries whether it"
            + " works again. Somebody has to replace the token.");
  }

  private static Problem notConfigured() {
    return Problem.of(
            ProblemCode.VENDOR_NOT_CONFIGURED,
            "Set ledger.vendor.token, ledger.vendor.token-file or VERIFIK_TOKEN.")
        .retryAfter(NOT_CONFIGURED);
  }

  /** What it said of its limits holds for all replicas; the answer is good without. */
  private Uni<Void> heed(RestResponse<?> answer) {
    Word word = demandedWait.word(answer);
    return word.isEmpty()
        ? Uni.createFrom().voidItem()
        : budget.said(word).onFailure().recoverWithNull();
  }

  private Uni<VendorAnswer> read(RestResponse<InputStream> answer, long maxSize) {
    int status = answer.getStatus();
    if (status / 100 == 2) {
      return body(answer, maxSize).map(bytes -> answer(answer, bytes));
    }
    if (status == 404) {
      // The status says it all, also when the body breaks off; asking again could be charged
      return body(answer, maxSize)
          .onFailure()
          .recoverWithNull()
          .map(bytes -> answer(answer, bytes));
    }
    close(answer.getEntity());
    return Uni.createFrom().failure(failure(answer));
  }

  /** Null when it is over the limit. Read on a worker: the stream blocks. */
  private Uni<byte[]> body(RestResponse<InputStream> answer, long maxSize) {
    Context context = Objects.requireNonNull(Vertx.currentContext());
    return Uni.createFrom()
        .completionStage(
            () ->
                context
                    .executeBlocking(() -> readLimited(answer.getEntity(), maxSize), false)
                    .toCompletionStage())
        .onFailure()
        .transform(PassingFailure::network);
  }

  /** Ends at the limit of the size and at that of the time: a body may come in byte by byte. */
  private byte[] readLimited(InputStream body, long maxSize) throws IOException {
    if (body == null) {
      return new byte[0];
    }
    long start = System.nanoTime();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    try (body) {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes.write(buffer, 0, n);
        if (bytes.size() > maxSize) {
          return null;
        }
        if (System.nanoTime() - start > timeout.toNanos()) {
          throw new IOException("The rest of the body took too long");
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void close(InputStream unread) {
    try {
      if (unread != null) {
        unread.close();
      }
    } catch (IOException alreadyBroken) {
      LOG.debug("An unread body could not be closed", alreadyBroken);
    }
  }

  private VendorAnswer answer(RestResponse<InputStream> answer, byte[] bytes) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : KEPT_HEADERS) {
      String value = answer.getHeaderString(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new VendorAnswer(
        answer.getStatus(),
        bytes,
        answer.getHeaderString(AnyContentType.DECLARED),
        headers,
        clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private RuntimeException failure(RestResponse<?> answer) {
    int status = answer.getStatus();
    if (status >= 500 || status == 429) {
      return PassingFailure.status(status, demandedWait.in(answer).orElse(null));
    }
    if (status == 401 || status == 403) {
      return Problem.of(
          ProblemCode.VENDOR_TOKEN_REJECTED,
          "The vendor answered " + status + "; somebody has to look at the token or the account.");
    }
    return Problem.of(ProblemCode.VENDOR_REJECTED, "The vendor answered " + status + ".");
  }
}
