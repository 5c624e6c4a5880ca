package io.livenessledger.webhook.delivery;

import io.livenessledger.record.change.Changes;
import io.livenessledger.record.change.Changes.Slice;
import io.livenessledger.record.change.Cursor;
import io.livenessledger.webhook.endpoint.Endpoint;
import io.livenessledger.webhook.endpoint.WebhookConfig;
import io.livenessledger.webhook.state.Attempt;
import io.livenessledger.webhook.state.Message;
import io.livenessledger.webhook.state.Messages;
import io.livenessledger.webhook.state.Messages.Failure;
import io.livenessledger.webhook.state.Messages.Found;
import io.livenessledger.webhook.state.Messages.Right;
import io.livenessledger.webhook.state.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * One webhook's messages, one after the other: the next is made when the one before is confirmed,
 * so changes arrive in the order of the log. A message is kept, sent, and its outcome kept; whoever
 * ends in between is followed by a repeat.
 */
@ApplicationScoped
class Delivering {
  private static final Logger LOG = Logger.getLogger(Delivering.class);

  private final WebhookConfig config;
  private final Changes changes;
  private final Messages messages;
  private final MessageForm form;
  private final Sender sender;
  private final Clock clock;
  private final Backoff backoff;

  Delivering(
      WebhookConfig config,
      Changes changes,
      Messages messages,
      MessageForm form,
      Sender sender,
      Clock clock) {
    this.config = config;
    this.changes = changes;
    this.messages = messages;
    this.form = form;
    this.sender = sender;
    this.clock = clock;
    this.backoff = new Backoff(config.retry(), () -> ThreadLocalRandom.current().nextDouble());
  }

  /** Does the next step, if there is one; whether there may be another at once. */
  Uni<Boolean> step(Endpoint endpoint, Right right) {
    return messages.find(endpoint.name()).chain(found -> step(endpoint, found, right));
  }

  private Uni<Boolean> step(Endpoint endpoint, Found found, Right right) {
    Standing standing = found.standing();
    Message message = found.message();
    if (!standing.mayTry(clock.instant())) {
      return Uni.createFrom().item(false);
    }
    // Made for other clients, it could tell what is not for the receiver any more
    return message != null && message.clients().equals(endpoint.clients())
        ? attempted(endpoint, standing, message, right)
        : changes
            .from(new Cursor(standing.position()), config.messageSize(), endpoint.clients())
            .chain(slice -> next(endpoint, standing, slice, right));
  }

  private Uni<Boolean> next(Endpoint endpoint, Standing standing, Slice slice, Right right) {
    if (slice.shown().isEmpty()) {
      long end = slice.end().position();
      return end == standing.position()
          ? Uni.createFrom().item(false)
          : messages.pass(endpoint.name(), standing.position(), end, right).replaceWith(true);
    }
    Message message = form.of(endpoint, standing, slice);
    return messages
        .keep(endpoint.name(), message, right)
        .chain(
            kept ->
                kept ? attempted(endpoint, standing, message, right) : Uni.createFrom().item(true));
  }

  private Uni<Boolean> attempted(
      Endpoint endpoint, Standing standing, Message message, Right right) {
    return sender.send(endpoint, message).chain(made -> settled(standing, message, made, right));
  }

  private Uni<Boolean> settled(Standing standing, Message message, Attempt made, Right right) {
    if (made.isDelivered()) {
      return messages.delivered(standing, message, made, right).replaceWith(true);
    }
    Failure failure = backoff.after(standing, made);
    return messages
        .failed(standing, message, made, failure, right)
        .invoke(() -> tell(standing.name(), message, made, failure))
        .replaceWith(false);
  }

  private static void tell(String name, Message message, Attempt made, Failure failure) {
    String status = made.status() == null ? "" : " " + made.status();
    if (failure.pause() == null) {
      LOG.warnf(
          "Webhook %s: message %s was not delivered (%s%s); trying again at %s",
          name, message.id(), made.outcome(), status, failure.nextTryAt());
    } else {
      LOG.errorf(
          "Webhook %s is paused (%s): message %s was not delivered (%s%s); somebody has to resume it",
          name, failure.pause(), message.id(), made.outcome(), status);
    }
  }
}
