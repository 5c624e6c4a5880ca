package io.livenessledger.record.history;

import io.livenessledger.canonical.Digest;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What one fetch established: an immutable fact.
 *
 * @param number 1, 2, 3 … within its record, without gaps
 * @param fetchedAt when the vendor's answer reached us; of a submitted one, when it was handed in
 * @param storedAt when it was written, by our clock
 * @param revision the revision it starts or confirms; null unless {@code PRESENT}
 * @param vendorStatus the vendor's HTTP status; null for a submitted one, of which it is unknown
 * @param bodyDigest null, like {@code bodySize}, when the body was over the limit and not kept
 * @param unreadableReason word for why it is not the record asked for; null unless {@code
 *     UNREADABLE}
 * @param caller name of whoever asked for it
 */
public record Observation(
    RecordId recordId,
    int number,
    Outcome outcome,
    Trigger trigger,
    Instant fetchedAt,
    Instant storedAt,
    Integer revision,
    boolean startsRevision,
    Integer vendorStatus,
    Digest bodyDigest,
    Integer bodySize,
    String contentType,
    Signature signature,
    String unreadableReason,
    String requestId,
    String caller) {

  /** What came back. */
  public enum Outcome {
    /** A record. */
    PRESENT,
    /** The vendor said 404 for a record we hold. */
    ABSENT,
    /** A 2xx whose body is not the record asked for. */
    UNREADABLE
  }

  /** Why it was made. */
  public enum Trigger {
    REFRESH,
    BACKFILL,
    SCHEDULE,
    /** Handed in by a caller who had it from the vendor: not fetched by us. */
    SUBMITTED
  }

  /**
   * The vendor's {@code signature} member exactly as received. Not cryptographic, and its date has
   * no zone: it is never converted to an instant.
   */
  @Embeddable
  public record Signature(
      @Column(name = "signature_date_time") String dateTime,
      @Column(name = "signature_message") String message) {}
}
