package io.livenessledger.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.canonical.CanonicalJson;
import io.livenessledger.canonical.Digest;
import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.statement.Statement;

/**
 * A record that others are made like; theirs were fetched.
 *
 * @param observation its only one, which starts its revision
 * @param data the vendor's, as JSON text
 */
record Template(Observation observation, Body body, Content content, String data) {

  String id() {
    return observation.recordId().value();
  }

  Digest contentDigest(String clone) {
    return Digest.sha256(CanonicalJson.of(data.replace(id(), clone)));
  }

  Digest bodyDigest(String clone) {
    return Digest.sha256(bytes(clone));
  }

  private byte[] bytes(String clone) {
    return new String(body.bytes(), UTF_8).replace(id(), clone).getBytes(UTF_8);
  }

  /** What the program would have said of a clone's observation. */
  Statement statement(String clone, int number, Digest previous) {
    byte[] bytes = bytes(clone);
    Observation fact =
        new Observation(
            new RecordId(clone),
            number,
            observation.outcome(),
            Trigger.REFRESH,
            observation.fetchedAt(),
            observation.storedAt(),
            1,
            number == 1,
            200,
            Digest.sha256(bytes),
            bytes.length,
            observation.contentType(),
            observation.signature(),
            observation.unreadableReason(),
            observation.requestId(),
            observation.caller());
    return new Statement(fact, body.headers(), content(clone), previous);
  }

  private Content content(String clone) {
    return new Content(
        contentDigest(clone),
        content.family(),
        content.client(),
        content.appRegistration(),
        content.status(),
        content.live(),
        content.aggregateProbability(),
        content.riskScore(),
        content.confidence(),
        content.ignoreDocumentCropped(),
        content.ignoreColourLess(),
        content.imageSaved(),
        content.imageUrl(),
        content.createdAt(),
        content.updatedAt(),
        content.completedAt(),
        content.screenReplay(),
        content.printedCopy(),
        content.portraitSubstitution(),
        content.digitalManipulation());
  }
}
