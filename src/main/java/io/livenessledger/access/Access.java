package io.livenessledger.access;

import io.livenessledger.access.Call.Ending;
import io.livenessledger.access.event.AccessEvent.Outcome;
import io.livenessledger.access.write.AccessLog;
import io.livenessledger.problem.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** What the endpoint that is being called tells its access event. */
@RequestScoped
public class Access {
  private final AccessLog log;
  private final Clock clock;
  private final AtomicReference<Ending> written = new AtomicReference<>();
  private Call call;
  private List<String> shown = List.of();
  private Integer count;

  Access(AccessLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Names the records that a list shows. */
  public void shows(Collection<String> recordIds) {
    shown = List.copyOf(recordIds);
  }

  /** Says how many items a list shows, where its answer is no page. */
  public void counts(int items) {
    count = items;
  }

  /**
   * For a call that changes something: writes its event in the transaction of the change. To be
   * asked for while the request is being handled; it may write from any thread.
   */
  public ChangeEvent changeEvent() {
    Call now = call;
    return problem -> {
      Ending ending = problem == null ? Ending.DONE : Ending.failed(problem);
      return log.appendAlongside(now.ended(millis(clock), ending))
          .invoke(() -> written.set(ending));
    };
  }

  /**
   * For a call whose answer is a stream: writes a second event that says how the stream ended, and
   * is committed before the stream says so itself. To be asked for while the request is being
   * handled; it must write on a Vert.x context.
   */
  public StreamEvent streamEvent() {
    Call now = call;
    return (whole, lines, digest) -> {
      Outcome outcome = whole ? Outcome.ALLOWED : Outcome.FAILED;
      return log.append(
          now.ended(millis(clock), new Ending(outcome, null, List.of(), lines, digest)));
    };
  }

  /**
   * For a call whose answer goes on with what comes: writes an event for each batch, committed
   * before the batch leaves. To be asked for while the request is being handled; it must write on a
   * Vert.x context.
   */
  public BatchEvent batchEvent() {
    Call now = call;
    return (recordIds, items) ->
        log.append(
            now.ended(
                millis(clock),
                new Ending(Outcome.ALLOWED, null, List.copyOf(recordIds), items, null)));
  }

  /** Writes an event of its own, about a part of an answer. */
  @FunctionalInterface
  public interface BatchEvent {
    /**
     * Writes it.
     *
     * @param recordIds that the batch shows, each once
     * @param items in the batch
     */
    Uni<Void> write(Collection<String> recordIds, int items);
  }

  /** Writes an event of its own, about the end of a stream. */
  @FunctionalInterface
  public interface StreamEvent {
    /**
     * Writes it.
     *
     * @param whole whether all was sent
     * @param lines that were sent
     * @param digest SHA-256 of them (RFC 9530); null when not all were sent
     */
    Uni<Void> write(boolean whole, int lines, String digest);
  }

  /** Writes an event in the transaction that is open. */
  @FunctionalInterface
  public interface ChangeEvent {
    /** What the caller will be told once this is committed; null when it is no problem. */
    Uni<Void> write(ProblemCode problem);
  }

  void begins(Call begun) {
    call = begun;
  }

  Call call() {
    return call;
  }

  List<String> shown() {
    return shown;
  }

  Integer count() {
    return count;
  }

  /** Whether an event that says just this was written with the change itself. */
  boolean isWritten(Ending ending) {
    Ending already = written.get();
    return already != null
        && already.outcome() == ending.outcome()
        && Objects.equals(already.problem(), ending.problem());
  }

  static Instant millis(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
