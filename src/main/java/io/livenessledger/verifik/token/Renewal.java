package io.livenessledger.verifik.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Renews the token in its file, step by step: what is to be done next follows from the files and
 * from what the vendor said of their tokens. For one replica at a time, which whoever calls sees
 * to; a step that a crash cut off is found undone, or done, at the next look.
 */
@ApplicationScoped
public class Renewal {
  /** An answer has less than 2 KiB. */
  private static final int LONGEST = 64 * 1024;

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final Optional<TokenFile> file;
  private final TokenConfig.Renewal config;
  private final VerifikToken token;
  private final Verdicts verdicts;
  private final SessionApi api;
  private final ObjectMapper json;
  private final Clock clock;

  Renewal(
      TokenConfig config,
      VerifikToken token,
      Verdicts verdicts,
      @RestClient SessionApi api,
      ObjectMapper json,
      Clock clock) {
    this.file = config.tokenFile().map(TokenFile::new);
    this.config = config.renewal();
    this.token = token;
    this.verdicts = verdicts;
    this.api = api;
    this.json = json;
    this.clock = clock;
  }

  /** What is to be done. */
  public enum Step {
    NOTHING,
    /** The token is about to expire: {@link #renewed()}, then {@link #write}. */
    RENEW,
    /** The new token was rejected, and the one before may still work. */
    GO_BACK,
    /** The new token works, or the one before cannot any more. */
    FORGET_PREVIOUS
  }

  /**
   * The token that the vendor gave, and the one that it is to replace.
   *
   * @param old which was sent to the vendor
   */
  public record Renewed(HeldToken old, HeldToken next) {}

  /** Why tokens cannot be renewed at all; empty when they can. */
  public Optional<String> obstacle() {
    if (file.isEmpty()) {
      return Optional.of("a new token has to be kept: it needs ledger.vendor.token-file");
    }
    return token.current().filter(held -> held.expires().isEmpty()).isPresent()
        ? Optional.of("the token does not say when it expires")
        : Optional.empty();
  }

  /** What is to be done next. Reads files. */
  public Step next() throws IOException {
    Optional<HeldToken> current = token.current();
    if (file.isEmpty() || current.isEmpty() || token.trouble().isPresent()) {
      return Step.NOTHING;
    }
    Optional<HeldToken> previous = file.get().previous();
    return previous.isPresent()
        ? after(previous.get(), current.get())
        : isDue(current.get()) ? Step.RENEW : Step.NOTHING;
  }

  /** While there is a previous token nothing is renewed: there is one proven token at any time. */
  private Step after(HeldToken previous, HeldToken current) {
    boolean useless = previous.equals(current) || previous.isExpired(clock.instant());
    if (useless || verdicts.hasWorked(current)) {
      return Step.FORGET_PREVIOUS;
    }
    boolean better = isRejected(current) && !isRejected(previous);
    return better ? Step.GO_BACK : Step.NOTHING;
  }

  private boolean isDue(HeldToken held) {
    Instant now = clock.instant();
    boolean soon = held.expires().filter(e -> !e.isAfter(now.plus(config.before()))).isPresent();
    // The vendor renews what is valid alone (VERIFIK.md)
    return soon && !held.isExpired(now) && !isRejected(held);
  }

  private boolean isRejected(HeldToken held) {
    return verdicts.rejectedSince(held).isPresent();
  }

  /** Asks the vendor for a new token; writes nothing. Must be called on a Vert.x context. */
  public Uni<Renewed> renewed() {
    HeldToken old = token.current().orElseThrow(() -> new RenewalFailure("there is no token"));
    return api.session("refresh", config.months(), old.bearer())
        .chain(this::body)
        .map(bytes -> new Renewed(old, tokenIn(bytes, old)));
  }

  private Uni<byte[]> body(RestResponse<InputStream> answer) {
    Context context = Objects.requireNonNull(Vertx.currentContext());
    return Uni.createFrom()
        .completionStage(
            () -> context.executeBlocking(() -> read(answer), false).toCompletionStage());
  }

  /** Bounded in size and time, as any answer of the vendor's. */
  private static byte[] read(RestResponse<InputStream> answer) throws IOException {
    long start = System.nanoTime();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream body = answer.getEntity()) {
      if (answer.getStatus() != 200 || body == null) {
        throw new RenewalFailure("the vendor answered " + answer.getStatus());
      }
      byte[] buffer = new byte[LONGEST];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes.write(buffer, 0, n);
        if (bytes.size() > LONGEST || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new RenewalFailure("the vendor's answer does not end");
        }
      }
    }
    return bytes.toByteArray();
  }

  private HeldToken tokenIn(byte[] answer, HeldToken old) {
    HeldToken next =
        Optional.ofNullable(accessToken(answer))
            .flatMap(HeldToken::in)
            .filter(HeldToken::isJwt)
            .orElseThrow(() -> new RenewalFailure("the vendor's answer holds no token"));
    boolean later = next.expires().filter(e -> e.isAfter(old.expires().orElse(e))).isPresent();
    if (!later) {
      throw new RenewalFailure("the vendor's new token expires no later than the old one");
    }
    return next;
  }

  private String accessToken(byte[] answer) {
    try {
      return json.readTree(answer).path("accessToken").textValue();
    } catch (IOException notJson) {
      // Its message may quote the answer
      return null;
    }
  }

  /**
   * Puts a new token into the file, and keeps the old one beside it. Blocks.
   *
   * @throws RenewalFailure when somebody has replaced the old one meanwhile
   */
  public void write(Renewed renewed) throws IOException {
    TokenFile tokens = file.orElseThrow();
    if (!tokens.token().equals(Optional.of(renewed.old()))) {
      throw new RenewalFailure("somebody replaced the token meanwhile, and theirs stays");
    }
    tokens.replace(renewed.old(), renewed.next());
  }

  /** See {@link Step#GO_BACK}. Blocks. */
  public void goBack() throws IOException {
    file.orElseThrow().goBack();
  }

  /** See {@link Step#FORGET_PREVIOUS}. Blocks. */
  public void forgetPrevious() throws IOException {
    file.orElseThrow().forgetPrevious();
  }
}
