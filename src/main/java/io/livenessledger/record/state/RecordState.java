package io.livenessledger.record.state;

import io.livenessledger.canonical.Digest;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.Observation.Signature;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.record.history.RecordId;
import java.time.Instant;

/**
 * What is known of a record now: the fold of its observations, first to last. Everything but {@code
 * id} and {@code lastNumber} is null until the first {@code PRESENT} observation.
 *
 * @param lastNumber number of the latest observation of any outcome; 0 before the first
 * @param upstream whether the vendor still had it when we last asked
 * @param observation number of the observation that established this state: the latest {@code
 *     PRESENT} or {@code ABSENT} one
 * @param observedAt when that observation reached us
 * @param fetchedAt when we last fetched a {@code PRESENT} or {@code ABSENT} answer ourselves; null
 *     while all we hold was handed in
 * @param signature of the latest {@code PRESENT} observation; null when it had none
 * @param lastCommitment of the latest observation's statement; null before the first, and while
 *     observations from before there were statements still wait for theirs
 */
public record RecordState(
    RecordId id,
    int lastNumber,
    Upstream upstream,
    Integer revision,
    Integer observation,
    Instant observedAt,
    Instant storedAt,
    Instant fetchedAt,
    Signature signature,
    Content content,
    Digest lastCommitment) {

  /** Whether the vendor still had the record when we last asked. */
  public enum Upstream {
    PRESENT,
    GONE
  }

  /** The state of a record that has no observation yet. */
  public static RecordState empty(RecordId id) {
    return new RecordState(id, 0, null, null, null, null, null, null, null, null, null);
  }

  /** The state of a held record as it is shown: without what its next observation would need. */
  public static RecordState held(
      RecordId id,
      Upstream upstream,
      Integer revision,
      Integer observation,
      Instant observedAt,
      Instant storedAt,
      Instant fetchedAt,
      Signature signature,
      Content content) {
    return new RecordState(
        id,
        observation,
        upstream,
        revision,
        observation,
        observedAt,
        storedAt,
        fetchedAt,
        signature,
        content,
        null);
  }

  /** Whether a content was ever established; without one the record reads as never stored. */
  public boolean isHeld() {
    return revision != null;
  }

  /**
   * Whether the latest content came from a caller and was not confirmed by a fetch of ours since.
   */
  public boolean isSubmitted() {
    return fetchedAt == null || fetchedAt.isBefore(observedAt);
  }

  /**
   * The state after one more observation.
   *
   * @param seen the content that a {@code PRESENT} observation starts or confirms, else null
   * @param commitment of its statement; null when it has none yet
   */
  public RecordState after(Observation next, Content seen, Digest commitment) {
    if (next.outcome() == Outcome.UNREADABLE) {
      return new RecordState(
          id,
          next.number(),
          upstream,
          revision,
          observation,
          observedAt,
          storedAt,
          fetchedAt,
          signature,
          content,
          commitment);
    }
    boolean present = next.outcome() == Outcome.PRESENT;
    boolean submitted = next.trigger() == Trigger.SUBMITTED;
    return new RecordState(
        id,
        next.number(),
        upstreamAfter(present, submitted),
        present ? next.revision() : revision,
        next.number(),
        next.fetchedAt(),
        next.storedAt(),
        submitted ? fetchedAt : next.fetchedAt(),
        present ? next.signature() : signature,
        present ? seen : content,
        commitment);
  }

  /** The state with this commitment, if it is the latest observation's. */
  public RecordState committedTo(int number, Digest commitment) {
    return new RecordState(
        id,
        lastNumber,
        upstream,
        revision,
        observation,
        observedAt,
        storedAt,
        fetchedAt,
        signature,
        content,
        number == lastNumber ? commitment : null);
  }

  /** An answer captured earlier does not bring back what the vendor has told us is gone. */
  private Upstream upstreamAfter(boolean present, boolean submitted) {
    if (submitted && upstream != null) {
      return upstream;
    }
    return present ? Upstream.PRESENT : Upstream.GONE;
  }
}
