package io.livenessledger.backfill;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.access.stream.Streamed;
import io.livenessledger.backfill.job.Backfills;
import io.livenessledger.store.Background;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Map;

/**
 * One stream of a backfill's progress as server-sent events (WHATWG HTML §9.2): an event whenever
 * it has changed, until the backfill has ended or the stream has lasted for long enough.
 */
final class Watch {
  /** Id of the last event of all: a client that comes back with it need not. */
  static final String ENDED = "ended";

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Then whether the caller still may is asked anew: clients come back by themselves. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  /** Milliseconds after which a client comes back when its connection ends. */
  private static final String BEGINNING = "retry: 1000\n\n";

  private final Backfills backfills;
  private final BackfillViews views;
  private final ObjectMapper json;
  private final long id;
  private final long begun = System.nanoTime();

  private String told;
  private long written = begun;
  private boolean isOver;

  Watch(Backfills backfills, BackfillViews views, ObjectMapper json, long id) {
    this.backfills = backfills;
    this.views = views;
    this.json = json;
    this.id = id;
  }

  /** Its bytes; the next are looked for when these have been written. */
  Streamed events() {
    Multi<Buffer> events =
        Multi.createBy()
            .repeating()
            .uni(this::next)
            .whilst(part -> !isOver)
            .select()
            .where(part -> part.length() > 0);
    return new Streamed(events, Map::of);
  }

  private Uni<Buffer> next() {
    return told == null ? look() : Background.pause(LOOK).chain(this::look);
  }

  private Uni<Buffer> look() {
    return backfills.get(id).chain(views::of).map(this::event);
  }

  private Buffer event(BackfillView now) {
    String text = text(now);
    boolean isFirst = told == null;
    boolean isNews = !text.equals(told);
    told = text;
    isOver = now.state().hasEnded() || since(begun).compareTo(LONGEST) > 0;
    if (isNews) {
      String last = now.state().hasEnded() ? "id: " + ENDED + "\n" : "";
      return written((isFirst ? BEGINNING : "") + last + "event: progress\ndata: " + text + "\n\n");
    }
    return since(written).compareTo(HEARTBEAT) > 0 ? written(":\n\n") : Buffer.buffer();
  }

  private String text(BackfillView now) {
    try {
      return json.writeValueAsString(now);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Not made of JSON values: " + impossible.getClass());
    }
  }

  private Buffer written(String part) {
    written = System.nanoTime();
    return Buffer.buffer(part.getBytes(UTF_8));
  }

  private static Duration since(long instant) {
    return Duration.ofNanos(System.nanoTime() - instant);
  }
}
