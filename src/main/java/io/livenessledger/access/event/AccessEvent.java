package io.livenessledger.access.event;

import io.livenessledger.canonical.SortedJson;
import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.ledger.log.Opening;
import io.livenessledger.security.Action;
import io.livenessledger.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who did what to which records, when, from where, for which purpose, with which outcome. Personal
 * data.
 *
 * @param at when the answer was ready, to the millisecond
 * @param problem code of the problem that was answered; null when none was
 * @param actor null for callers whose credentials were missing or wrong
 * @param recordIds the record that the call was about, or those that a list showed
 * @param observation number of the observation that the call was about; null when it was about none
 * @param filter the query that a list was asked by; null when it had none
 * @param resultCount items on the page of a list that was shown, or lines of an export that were
 *     sent; null when none were
 * @param resultDigest SHA-256 (RFC 9530) of an export's lines; null of anything else
 * @param purpose as the caller said; null when it said none
 */
public record AccessEvent(
    Instant at,
    Action action,
    Outcome outcome,
    String problem,
    Actor actor,
    List<String> recordIds,
    Integer observation,
    String filter,
    Integer resultCount,
    String resultDigest,
    String purpose,
    Client client) {
  /** Kind of the leaves. */
  public static final String KIND = "access-event";

  /** Version of the form; 1 had no {@code resultDigest}. */
  private static final int VERSION = 2;

  /** How the call ended. */
  public enum Outcome {
    ALLOWED,
    DENIED,
    NOT_FOUND,
    FAILED
  }

  /**
   * Where the call came from.
   *
   * @param address as the connection has it, or as a trusted proxy says
   * @param userAgent as sent, at most 512 characters; null when none was
   * @param traceId W3C trace context; null when there is none
   */
  public record Client(String address, String userAgent, String requestId, String traceId) {}

  /** Who it was; null for nobody known. */
  public String subject() {
    return actor == null ? null : SortedJson.storable(actor.subject());
  }

  /** The one record; null when there are others than one. */
  public String recordId() {
    return recordIds.size() == 1 ? recordIds.get(0) : null;
  }

  /** The leaf, once the statement has been committed to. */
  public Leaf leaf(Opening opening) {
    return new Leaf(at, opening.commitment(), KIND);
  }

  /** Canonical JSON (RFC 8785) in UTF-8. Every member is there, null where there is no value. */
  public byte[] statement() {
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("kind", KIND);
    members.put("v", VERSION);
    members.put("at", Leaf.time(at));
    members.put("action", action.name());
    members.put("outcome", outcome.name());
    members.put("problem", problem);
    members.put("recordIds", recordIds);
    members.put("observation", observation);
    members.put("filter", SortedJson.storable(filter));
    members.put("resultCount", resultCount);
    members.put("resultDigest", resultDigest);
    members.put("purpose", SortedJson.storable(purpose));
    putActor(members);
    putClient(members);
    return SortedJson.of(members);
  }

  private void putActor(SortedMap<String, Object> members) {
    members.put("subject", subject());
    members.put("issuer", actor == null ? null : SortedJson.storable(actor.issuer()));
    members.put("clientId", actor == null ? null : SortedJson.storable(actor.clientId()));
    members.put("roles", actor == null ? List.of() : List.copyOf(actor.roles()));
  }

  private void putClient(SortedMap<String, Object> members) {
    members.put("sourceAddress", SortedJson.storable(client.address()));
    members.put("userAgent", SortedJson.storable(client.userAgent()));
    members.put("requestId", client.requestId());
    members.put("traceId", client.traceId());
  }

  /** Names no content: an event is personal data. */
  @Override
  public String toString() {
    return "AccessEvent[" + action + " " + outcome + "]";
  }
}
