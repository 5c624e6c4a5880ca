package io.livenessledger.record.memento;

import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.RecordId;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A record's earlier states as RFC 7089 has them: which headers they have, and their map. */
public final class Mementos {
  /** Media type of the map (RFC 6690). */
  public static final String LINK_FORMAT = "application/link-format";

  private static final String RECORDS = "/v1/document-liveness/";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Mementos() {}

  /**
   * Adds what tells a state from the present one.
   *
   * @param storedAt since when it was known
   */
  public static Response.ResponseBuilder headers(
      Response.ResponseBuilder answer, RecordId id, Instant storedAt, AsOf asOf) {
    answer
        .header("Memento-Datetime", DATE.format(storedAt))
        .links(
            Link.fromUri(RECORDS + id).rel("original timegate").build(),
            Link.fromUri(timemap(id)).rel("timemap").type(LINK_FORMAT).build());
    if (asOf.isNegotiated()) {
      answer
          .header(HttpHeaders.VARY, AsOf.HEADER)
          .header(HttpHeaders.CONTENT_LOCATION, URI.create(memento(id, asOf.instant())));
    }
    return answer;
  }

  /**
   * A part of the map: one state for each observation that established one.
   *
   * @param established oldest first
   * @param next address of the part that follows; null when none does
   */
  public static String map(RecordId id, List<Observation> established, String next) {
    Stream<String> about =
        Stream.of(
            "<" + RECORDS + id + ">; rel=\"original timegate\"",
            "<" + timemap(id) + ">; rel=\"self\"; type=\"" + LINK_FORMAT + "\"");
    Stream<String> states = established.stream().map(Mementos::link);
    Stream<String> more =
        Stream.ofNullable(next)
            .map(address -> "<" + address + ">; rel=\"timemap\"; type=\"" + LINK_FORMAT + "\"");
    return Stream.of(about, states, more)
        .flatMap(links -> links)
        .collect(Collectors.joining(",\n", "", "\n"));
  }

  private static String link(Observation state) {
    return "<"
        + memento(state.recordId(), state.storedAt())
        + ">; rel=\"memento\"; datetime=\""
        + DATE.format(state.storedAt())
        + "\"";
  }

  /** Address of the map. */
  public static String timemap(RecordId id) {
    return RECORDS + id + "/timemap";
  }

  private static String memento(RecordId id, Instant instant) {
    return RECORDS + id + "?" + AsOf.PARAMETER + "=" + instant;
  }
}
