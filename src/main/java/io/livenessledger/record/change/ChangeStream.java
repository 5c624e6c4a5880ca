package io.livenessledger.record.change;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.access.Access.BatchEvent;
import io.livenessledger.access.stream.Streamed;
import io.livenessledger.record.change.Changes.Slice;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One stream of server-sent events on its way (WHATWG HTML §9.2): reads some changes, has it
 * committed that they are shown, sends them, and reads on when they have been written. Holds one
 * batch at most, whatever the client does, and between two nothing but its place.
 */
final class ChangeStream {
  /** Milliseconds after which a client comes back when its connection ends. */
  private static final String BEGINNING = "retry: 1000\n\n";

  private final Parts parts;
  private final Optional<Set<String>> clients;
  private final int size;
  private final long begun = System.nanoTime();

  private Cursor cursor;
  private Cursor told;
  private long written;
  private boolean isOpen;
  private boolean isLast;
  private boolean isOver;

  /** What it works with. */
  record Parts(
      Changes changes,
      Arrivals arrivals,
      BatchEvent event,
      ObjectMapper json,
      ChangeConfig config) {}

  ChangeStream(Parts parts, Optional<Set<String>> clients, int size, Cursor after) {
    this.parts = parts;
    this.clients = clients;
    this.size = size;
    this.cursor = after;
    this.told = after;
  }

  /** Its bytes; read no faster than they are asked for. */
  Streamed events() {
    Multi<Buffer> events =
        Multi.createBy()
            .repeating()
            .uni(this::part)
            .whilst(part -> !isOver)
            .select()
            .where(part -> part.length() > 0);
    return new Streamed(events, Map::of);
  }

  private Uni<Buffer> part() {
    if (!isOpen) {
      isOpen = true;
      return Uni.createFrom().item(written(Buffer.buffer(BEGINNING)));
    }
    Duration left = parts.config().longestStream().minus(since(begun));
    if (left.isNegative() || left.isZero()) {
      isOver = true;
      return Uni.createFrom().item(nothing());
    }
    return isLast ? next(left) : parts.changes().from(cursor, size, clients).chain(this::sent);
  }

  /** Waits for it, for as long as the connection may be silent. */
  private Uni<Buffer> next(Duration left) {
    Duration silence = parts.config().heartbeat().minus(since(written));
    return parts
        .arrivals()
        .behind(cursor, silence.compareTo(left) < 0 ? silence : left)
        .map(arrived -> arrived ? unread() : heartbeat());
  }

  private Buffer unread() {
    isLast = false;
    return nothing();
  }

  /** Made each time: a native executable can hold no buffer from the time of its building. */
  private static Buffer nothing() {
    return Buffer.buffer();
  }

  private Uni<Buffer> sent(Slice slice) {
    cursor = slice.end();
    isLast = slice.isLast();
    List<ChangeView> shown = slice.shown();
    if (shown.isEmpty()) {
      boolean isLate = since(written).compareTo(parts.config().heartbeat()) >= 0;
      return Uni.createFrom().item(isLate ? heartbeat() : nothing());
    }
    List<String> records = shown.stream().map(c -> c.recordId().value()).distinct().toList();
    return parts.event().write(records, shown.size()).map(committed -> events(shown));
  }

  private Buffer events(List<ChangeView> shown) {
    StringBuilder text = new StringBuilder();
    shown.forEach(change -> text.append(event(change)));
    told = Cursor.parse(shown.get(shown.size() - 1).cursor());
    return written(Buffer.buffer(text.toString().getBytes(UTF_8)));
  }

  private String event(ChangeView change) {
    try {
      String item = parts.json().writeValueAsString(change);
      return "id: " + change.cursor() + "\nevent: change\ndata: " + item + "\n\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Not made of JSON values: " + impossible.getClass());
    }
  }

  /** A comment; with the place, where others' changes were passed by. No event for the client. */
  private Buffer heartbeat() {
    String place = cursor.equals(told) ? "" : "id: " + cursor.text() + "\n";
    told = cursor;
    return written(Buffer.buffer(place + ":\n\n"));
  }

  private Buffer written(Buffer part) {
    written = System.nanoTime();
    return part;
  }

  private static Duration since(long instant) {
    return Duration.ofNanos(System.nanoTime() - instant);
  }
}
