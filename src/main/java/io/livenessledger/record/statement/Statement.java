package io.livenessledger.record.statement;

import io.livenessledger.canonical.Digest;
import io.livenessledger.canonical.SortedJson;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An observation as a fact: what its commitment commits to. Personal data.
 *
 * @param headers those stored with its body; null when it has none
 * @param content that it starts or confirms; null unless {@code PRESENT}
 * @param previous commitment of the statement of the observation before; null for the first
 */
public record Statement(
    Observation observation, Map<String, String> headers, Content content, Digest previous) {
  /** Kind of the leaves. */
  public static final String KIND = "observation";

  /** Version of the form. */
  private static final int VERSION = 1;

  /**
   * The canonical JSON (RFC 8785), in UTF-8. Every member is there, null where there is no value.
   * Digests have the form {@code sha-256=:…:} (RFC 9530), {@code previous} is standard base64,
   * instants are RFC 3339 in UTC with three decimals. Strings are as the store gives them back, so
   * that the same bytes come out of what was read.
   */
  public byte[] canonical() {
    return SortedJson.of(members());
  }

  /** The members by name: strings, whole numbers, booleans, nulls and maps of them. */
  public SortedMap<String, Object> members() {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("kind", KIND);
    members.put("v", VERSION);
    members.put("recordId", observation.recordId().value());
    members.put("observation", observation.number());
    members.put("outcome", observation.outcome().name());
    members.put("trigger", observation.trigger().name());
    members.put("unreadableReason", SortedJson.storable(observation.unreadableReason()));
    members.put("fetchedAt", Times.text(observation.fetchedAt()));
    members.put("storedAt", Times.text(observation.storedAt()));
    members.put("caller", SortedJson.storable(observation.caller()));
    members.put("requestId", SortedJson.storable(observation.requestId()));
    members.put("signature", signature(observation.signature()));
    members.put("previous", previous == null ? null : base64(previous));
    putAnswer(members);
    putContent(members);
    return members;
  }

  private void putAnswer(SortedMap<String, Object> members) {
    members.put("vendorStatus", observation.vendorStatus());
    members.put("bodyDigest", digest(observation.bodyDigest()));
    members.put("bodySize", observation.bodySize());
    members.put("contentType", SortedJson.storable(observation.contentType()));
    members.put("headers", headers == null ? null : storable(headers));
  }

  private void putContent(SortedMap<String, Object> members) {
    boolean starts = observation.startsRevision();
    members.put("revision", observation.revision());
    members.put("startsRevision", starts);
    members.put("contentDigest", content == null ? null : digest(content.digest()));
    members.put(
        "normalisedDigest",
        starts && content != null ? Normalised.digest(content).reprDigest() : null);
  }

  /** One without any member reads from the store as none. */
  private static SortedMap<String, Object> signature(Signature signature) {
    if (signature == null || (signature.dateTime() == null && signature.message() == null)) {
      return null;
    }
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("dateTime", SortedJson.storable(signature.dateTime()));
    members.put("message", SortedJson.storable(signature.message()));
    return members;
  }

  private static SortedMap<String, String> storable(Map<String, String> headers) {
    SortedMap<String, String> stored = new TreeMap<>();
    headers.forEach(
        (name, value) -> stored.put(SortedJson.storable(name), SortedJson.storable(value)));
    return stored;
  }

  private static String digest(Digest digest) {
    return digest == null ? null : digest.reprDigest();
  }

  private static String base64(Digest commitment) {
    return Base64.getEncoder().encodeToString(commitment.bytes());
  }

  /** Names no content: a statement holds personal data. */
  @Override
  public String toString() {
    return "Statement[" + observation.recordId() + " " + observation.number() + "]";
  }
}
