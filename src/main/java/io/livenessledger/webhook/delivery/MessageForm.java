package io.livenessledger.webhook.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.record.change.ChangeView;
import io.livenessledger.record.change.Changes.Slice;
import io.livenessledger.webhook.endpoint.Endpoint;
import io.livenessledger.webhook.state.Message;
import io.livenessledger.webhook.state.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Makes messages of changes: their items are those of the feed, ids and links. */
@ApplicationScoped
class MessageForm {
  private static final String TYPE = "document-liveness.changed";

  private final ObjectMapper json;
  private final Clock clock;

  MessageForm(ObjectMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  // Both: written by Jackson here, and part of no endpoint by which the build would know them

  /** The body of a message, as Standard Webhooks has it. */
  @RegisterForReflection
  record Body(String type, Instant timestamp, Data data) {}

  /** What it is about. */
  @RegisterForReflection
  record Data(List<ChangeView> changes) {}

  /** A message of changes that are behind where a webhook stands, under an id of its own. */
  Message of(Endpoint endpoint, Standing standing, Slice changes) {
    return new Message(
        "msg_" + UUID.randomUUID(),
        standing.position(),
        changes.end().position(),
        changes.shown().size(),
        endpoint.clients(),
        body(changes.shown()));
  }

  private String body(List<ChangeView> changes) {
    try {
      return json.writeValueAsString(new Body(TYPE, clock.instant(), new Data(changes)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Not made of JSON values: " + impossible.getClass());
    }
  }
}
