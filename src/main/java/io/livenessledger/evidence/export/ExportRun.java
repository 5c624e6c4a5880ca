package io.livenessledger.evidence.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.access.Access.StreamEvent;
import io.livenessledger.access.stream.Streamed;
import io.livenessledger.canonical.Digest;
import io.livenessledger.evidence.export.ExportParameters.Format;
import io.livenessledger.evidence.export.Manifest.Sample;
import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.ledger.log.Published;
import io.livenessledger.record.RecordView;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.state.RecordRows;
import io.livenessledger.record.state.RecordState;
import io.livenessledger.search.filter.Filter;
import io.livenessledger.search.sql.Slices;
import io.livenessledger.search.sql.Slices.Shape;
import io.livenessledger.search.sql.Slices.Slice;
import io.livenessledger.store.Background;
import io.livenessledger.store.LongReads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One export on its way: reads a slice, writes its lines, and reads the next one meanwhile. Holds
 * two slices at most, whatever the client does. Lines that a client has already are made once more,
 * for the digest, and not sent.
 */
final class ExportRun {
  /** Some hundred KiB of lines. */
  private static final int SLICE = 500;

  /** Where few are wanted more are looked at: lines of all of them could still be held. */
  private static final int LARGEST_SLICE = 4_000;

  private static final int SLICE_OF_IDS = 20_000;
  private static final Duration CHECKPOINT_PATIENCE = Duration.ofSeconds(10);
  private static final Duration STEP = Duration.ofMillis(100);

  private static final Shape<String> IDS =
      new Shape<>(source -> "select " + source.id(), row -> row.getString(0), id -> id);

  private final Parts parts;
  private final Filter filter;
  private final Function<RecordState, RecordView> view;
  private final Format format;
  private final Map<String, List<String>> query;
  private final String sentUntil;
  private final Lines lines;
  private final MessageDigest digest = Digest.begun();
  private final AtomicBoolean told = new AtomicBoolean();

  private int size = SLICE;
  private long count;
  private long sent;
  private Leaves leaves = Leaves.NONE;
  private Sample sample;
  private List<RecordId> picked;
  private Uni<Part> ahead;
  private boolean whole;
  private String manifest;

  /**
   * A slice.
   *
   * @param isNew whether the client does not have it yet
   */
  private record Part(Slice<RecordState> slice, boolean isNew) {}

  /** What it works with. */
  record Parts(
      Slices slices, LongReads reads, Published published, ObjectMapper json, StreamEvent event) {}

  ExportRun(
      Parts parts,
      Filter filter,
      Function<RecordState, RecordView> view,
      Format format,
      Map<String, List<String>> query,
      String sentUntil) {
    this.parts = parts;
    this.filter = filter;
    this.view = view;
    this.format = format;
    this.query = query;
    this.sentUntil = sentUntil;
    this.lines = Lines.of(format, parts.json());
  }

  /** Chooses the records of a sample: reads all ids of the population. */
  Uni<Void> pick(int size, String seed) {
    Sampling sampling = new Sampling(size, seed);
    return all(sampling)
        .invoke(
            () -> {
              picked = sampling.picked().stream().map(RecordId::new).toList();
              sample = new Sample(size, seed, sampling.of());
            });
  }

  private Uni<Void> all(Sampling sampling) {
    AtomicReference<String> from = new AtomicReference<>("");
    return Multi.createBy()
        .repeating()
        .uni(() -> parts.slices().next(filter, IDS, from.get(), null, SLICE_OF_IDS))
        .whilst(slice -> slice.last() != null)
        .invoke(slice -> from.set(slice.last()))
        .invoke(slice -> slice.found().forEach(sampling::offer))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Its lines; read no faster than they are asked for. */
  Streamed lines() {
    Multi<Buffer> all =
        Multi.createBy()
            .repeating()
            .uni(this::part)
            .whilst(part -> !whole)
            .select()
            .where(part -> part.length() > 0)
            .onFailure()
            .call(this::brokenOff)
            .onCancellation()
            .call(this::brokenOff);
    return new Streamed(
        all, () -> format == Format.CSV ? Map.of("Export-Manifest", manifest) : Map.of());
  }

  private Uni<Buffer> part() {
    if (ahead == null) {
      ahead = begun(sentUntil.isEmpty() ? following("") : sentBefore(""));
      return Uni.createFrom().item(sent(lines.head(), sentUntil.isEmpty()));
    }
    return ahead.chain(part -> part.slice().last() == null ? last() : lines(part));
  }

  private Uni<Buffer> lines(Part part) {
    List<RecordState> found = part.slice().found();
    String last = part.slice().last();
    size = found.size() < SLICE / 2 ? Math.min(size * 2, LARGEST_SLICE) : SLICE;
    sent += part.isNew() ? found.size() : 0;
    ahead = begun(part.isNew() ? following(last) : sentBefore(last));
    return Leaves.of(found, parts.reads())
        .invoke(range -> leaves = leaves.and(range))
        .chain(() -> Background.compute(() -> sent(rendered(found), part.isNew())));
  }

  private byte[] rendered(List<RecordState> states) {
    count += states.size();
    return lines.of(states.stream().map(view).toList());
  }

  private Buffer sent(byte[] bytes, boolean isNew) {
    digest.update(bytes);
    return isNew ? Buffer.buffer(bytes) : Buffer.buffer();
  }

  /** What the client has is read in slices of its own: none has both. */
  private Uni<Part> sentBefore(String after) {
    return parts
        .slices()
        .next(filter, Export.STATES, after, sentUntil, size)
        .chain(
            slice ->
                slice.last() == null
                    ? following(sentUntil)
                    : Uni.createFrom().item(new Part(slice, false)));
  }

  private Uni<Part> following(String after) {
    Uni<Slice<RecordState>> slice =
        picked == null
            ? parts.slices().next(filter, Export.STATES, after, null, size)
            : sampled(after);
    return slice.map(found -> new Part(found, true));
  }

  /** All at once. */
  private Uni<Slice<RecordState>> sampled(String after) {
    if (!after.isEmpty() || picked.isEmpty()) {
      return Uni.createFrom().item(new Slice<>(List.of(), null));
    }
    return parts
        .reads()
        .readOn(connection -> RecordRows.heldAsOf(connection, filter.asOf(), picked))
        .map(held -> picked.stream().map(held::get).toList())
        .map(states -> new Slice<>(states, picked.get(picked.size() - 1).value()));
  }

  /** Begins at once; whoever asks later gets what came of it. */
  private static <T> Uni<T> begun(Uni<T> work) {
    Uni<T> shared = work.memoize().indefinitely();
    shared.subscribe().with(done -> {}, failure -> {});
    return shared;
  }

  private Uni<Buffer> last() {
    Digest sha256 = Digest.ofBytes(digest.digest());
    return checkpoint(CHECKPOINT_PATIENCE)
        .invoke(checkpoint -> manifest = manifest(checkpoint, sha256))
        .chain(() -> ended(sha256))
        .replaceWith(() -> Buffer.buffer(format == Format.CSV ? "" : manifest + '\n'))
        .invoke(() -> whole = true);
  }

  /** One that covers the leaves; or the latest, if that takes too long. */
  private Uni<LoggedCheckpoint> checkpoint(Duration patience) {
    return parts
        .published()
        .checkpoint()
        .chain(
            found ->
                covers(found) || patience.isNegative()
                    ? Uni.createFrom().item(found)
                    : Background.pause(STEP).chain(() -> checkpoint(patience.minus(STEP))));
  }

  private boolean covers(LoggedCheckpoint checkpoint) {
    return leaves.last() == null || (checkpoint != null && checkpoint.size() > leaves.last());
  }

  private String manifest(LoggedCheckpoint checkpoint, Digest sha256) {
    Manifest said =
        new Manifest(
            count,
            query,
            filter.scope() == null ? null : new TreeSet<>(filter.scope()),
            filter.asOf(),
            leaves.first(),
            leaves.last(),
            leaves.missing(),
            checkpoint == null ? null : checkpoint.note(),
            sha256.hex(),
            sample);
    try {
      // A trailer has no other characters, and not the one that the library leaves
      return parts
          .json()
          .writer()
          .with(JsonWriteFeature.ESCAPE_NON_ASCII)
          .writeValueAsString(format == Format.CSV ? said : new Manifest.Line(said))
          .replace("\u007f", "\\u007f");
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("Not made of JSON values: " + impossible.getClass());
    }
  }

  private Uni<Void> brokenOff() {
    return ended(null);
  }

  /**
   * Committed before the manifest leaves.
   *
   * @param sha256 null when it was broken off
   */
  private Uni<Void> ended(Digest sha256) {
    if (!told.compareAndSet(false, true)) {
      return Uni.createFrom().voidItem();
    }
    String shown = sha256 == null ? null : sha256.reprDigest();
    return parts.event().write(sha256 != null, Math.toIntExact(sent), shown);
  }
}
