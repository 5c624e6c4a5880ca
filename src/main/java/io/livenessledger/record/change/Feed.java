package io.livenessledger.record.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.access.Access;
import io.livenessledger.access.stream.Streamed;
import io.livenessledger.ledger.sequence.Sequenced;
import io.livenessledger.record.Visibility;
import io.livenessledger.record.change.Changes.Slice;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Tells the current caller what changed, in the order of the log. */
@ApplicationScoped
class Feed {
  /** Where a caller may see few of the changes, questions that one page may take. */
  private static final int LONGEST_SEARCH = 50;

  private final Changes changes;
  private final Arrivals arrivals;
  private final Sequenced sequenced;
  private final Visibility visibility;
  private final Access access;
  private final ObjectMapper json;
  private final ChangeConfig config;

  Feed(
      Changes changes,
      Arrivals arrivals,
      Sequenced sequenced,
      Visibility visibility,
      Access access,
      ObjectMapper json,
      ChangeConfig config) {
    this.changes = changes;
    this.arrivals = arrivals;
    this.sequenced = sequenced;
    this.visibility = visibility;
    this.access = access;
    this.json = json;
    this.config = config;
  }

  /** A page; empty when there is nothing, and nothing came while it was waited for. */
  Uni<ChangePage> page(Cursor after, int size, Duration patience) {
    Reading reading =
        new Reading(visibility.clients(), size, System.nanoTime() + patience.toNanos());
    return requireGiven(after)
        .chain(() -> reading.from(after, LONGEST_SEARCH))
        .map(slice -> new ChangePage(slice.shown(), slice.end().text()));
  }

  /** All that there is and comes, as server-sent events. */
  Uni<Streamed> stream(Cursor after, int size) {
    ChangeStream stream =
        new ChangeStream(
            new ChangeStream.Parts(changes, arrivals, access.batchEvent(), json, config),
            visibility.clients(),
            size,
            after);
    return requireGiven(after).map(given -> stream.events());
  }

  /**
   * Nobody was given a place beyond the end of this log: it is another's, or one from before a
   * backup was brought back. Changes would be missed there without a word.
   */
  private Uni<Void> requireGiven(Cursor cursor) {
    return sequenced
        .size()
        .invoke(
            size -> {
              if (cursor.position() > size) {
                throw Cursor.invalid("The cursor lies beyond the end of this log.");
              }
            })
        .replaceWithVoid();
  }

  /** What a page is looked for with. */
  private final class Reading {
    private final Optional<Set<String>> clients;
    private final int size;
    private final long deadline;

    Reading(Optional<Set<String>> clients, int size, long deadline) {
      this.clients = clients;
      this.size = size;
      this.deadline = deadline;
    }

    Uni<Slice> from(Cursor cursor, int questions) {
      return changes.from(cursor, size, clients).chain(slice -> orMore(slice, questions - 1));
    }

    private Uni<Slice> orMore(Slice slice, int questions) {
      if (!slice.shown().isEmpty() || questions == 0) {
        return Uni.createFrom().item(slice);
      }
      return slice.isLast() ? orLater(slice) : from(slice.end(), questions);
    }

    private Uni<Slice> orLater(Slice slice) {
      Duration patience = Duration.ofNanos(deadline - System.nanoTime());
      if (patience.isNegative() || patience.isZero()) {
        return Uni.createFrom().item(slice);
      }
      return arrivals
          .behind(slice.end(), patience)
          .chain(
              arrived ->
                  arrived ? from(slice.end(), LONGEST_SEARCH) : Uni.createFrom().item(slice));
    }
  }
}
