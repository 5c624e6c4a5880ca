package io.livenessledger.verifik.normal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.livenessledger.canonical.CanonicalJson;
import io.livenessledger.canonical.Digest;
import io.livenessledger.canonical.NotCanonicalException;
import java.io.IOException;

/**
 * Makes a normalised record of the body of a vendor answer. Pure, without state, and it never
 * throws whatever the bytes: what is not the record asked for is {@link Reading.Unreadable}.
 *
 * <p>Accepted are all envelopes seen for one record: {@code {data}} with or without {@code
 * success}, {@code signature} and the short {@code id}, and the bare record (an object with {@code
 * _id} and without {@code data}). Envelope members other than {@code data} and {@code signature}
 * are ignored. So is {@code success: false} beside a record with the right id: answers are
 * classified by HTTP status, never by body, and the body is kept for whoever wants to know.
 */
public final class VerifikNormaliser {

  /**
   * Reads one answer.
   *
   * @param recordId the id asked for; {@code data._id} must be exactly it
   * @param body the bytes of a 2xx answer; null counts as empty
   */
  public Reading normalise(String recordId, byte[] body) {
    if (isBlank(body)) {
      return unreadable(UnreadableReason.EMPTY, null);
    }
    JsonNode document;
    try {
      document = JsonDocument.parse(body);
    } catch (IOException e) {
      return unreadable(UnreadableReason.NOT_JSON, null);
    }
    if (JsonDocument.flawOf(document) != null) {
      return unreadable(JsonDocument.flawOf(document), null);
    }
    if (!(document instanceof ObjectNode envelope)) {
      return unreadable(UnreadableReason.NOT_AN_OBJECT, null);
    }
    VerifikSignature signature = signature(envelope);
    JsonNode data = data(envelope);
    UnreadableReason reason = whyNotTheRecord(recordId, data);
    return reason == null ? present(data, signature) : unreadable(reason, signature);
  }

  private static boolean isBlank(byte[] body) {
    if (body == null) {
      return true;
    }
    for (byte b : body) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }

  /** {@code signature} stands at the top level, whatever the envelope; it proves nothing. */
  private static VerifikSignature signature(ObjectNode envelope) {
    JsonNode signature = Members.object(envelope, "signature");
    if (signature == null) {
      return null;
    }
    String dateTime = Members.text(signature, "dateTime");
    String message = Members.text(signature, "message");
    return dateTime == null && message == null ? null : new VerifikSignature(dateTime, message);
  }

  /** The record within its envelope, or a flaw; null when there is none. */
  private static JsonNode data(ObjectNode envelope) {
    if (envelope.has("data") || !envelope.has("_id")) {
      return envelope.get("data");
    }
    // Bare. A signature beside its members would belong to the answer, not to the record: left in,
    // every fetch would look like a change.
    ObjectNode bare = envelope.deepCopy();
    bare.remove("signature");
    for (JsonNode member : bare) {
      if (JsonDocument.flawOf(member) != null) {
        return member;
      }
    }
    return bare;
  }

  private static UnreadableReason whyNotTheRecord(String recordId, JsonNode data) {
    if (data == null || data.isNull()) {
      return UnreadableReason.NO_DATA;
    }
    if (JsonDocument.flawOf(data) != null) {
      return JsonDocument.flawOf(data);
    }
    if (!data.isObject()) {
      return UnreadableReason.DATA_NOT_AN_OBJECT;
    }
    String id = Members.text(data, "_id");
    if (id == null) {
      return UnreadableReason.NO_RECORD_ID;
    }
    return id.equals(recordId) ? null : UnreadableReason.WRONG_RECORD_ID;
  }

  private static Reading present(JsonNode data, VerifikSignature signature) {
    String json = data.toString();
    try {
      Digest digest = Digest.sha256(CanonicalJson.of(json));
      return new Reading.Present(record(data, signature, json, digest));
    } catch (NotCanonicalException e) {
      return unreadable(UnreadableReason.NOT_CANONICAL, signature);
    }
  }

  private static NormalisedRecord record(
      JsonNode data, VerifikSignature signature, String json, Digest digest) {
    Family family = family(data);
    boolean nested = family == Family.NESTED;
    var checks = nested ? NestedFamily.checks(data) : FlatFamily.checks(data);
    JsonNode flags = nested ? NestedFamily.flags(data) : data;
    return new NormalisedRecord(
        family,
        Members.id(data, "client"),
        Members.id(data, "appRegistration"),
        Members.word(data, "status"),
        nested ? NestedFamily.live(checks.values()) : FlatFamily.live(data),
        checks,
        nested ? null : FlatFamily.aggregateProbability(data),
        Members.number(data, "riskScore"),
        Members.number(data, "confidence"),
        Members.flag(flags, Members.IGNORE_CROPPED),
        Members.flag(flags, Members.IGNORE_COLOUR_LESS),
        Members.flag(data, "imageSaved"),
        imageUrl(data),
        Members.instant(data, "createdAt"),
        Members.instant(data, "updatedAt"),
        Members.instant(data, "completedAt"),
        signature,
        json,
        digest);
  }

  /** The structure decides; a flat record that one day carries a {@code status} stays flat. */
  private static Family family(JsonNode data) {
    if (NestedFamily.recognises(data)) {
      return Family.NESTED;
    }
    if (FlatFamily.recognises(data)) {
      return Family.FLAT;
    }
    return NestedFamily.suspects(data) ? Family.NESTED : null;
  }

  /** The vendor says "no image" with an empty string. */
  private static String imageUrl(JsonNode data) {
    String url = Members.text(data, "imageUrl");
    return url == null || url.isEmpty() ? null : url;
  }

  private static Reading unreadable(UnreadableReason reason, VerifikSignature signature) {
    return new Reading.Unreadable(reason, signature);
  }
}
