package io.livenessledger.intake;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.record.current.Appended;
import io.livenessledger.record.current.NewObservation;
import io.livenessledger.record.current.Records;
import io.livenessledger.record.history.Body;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.Observation.Trigger;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.store.Transactions;
import io.livenessledger.verifik.VendorAnswer;
import io.livenessledger.verifik.normal.NormalisedRecord;
import io.livenessledger.verifik.normal.Reading;
import io.livenessledger.verifik.normal.UnreadableReason;
import io.livenessledger.verifik.normal.VerifikNormaliser;
import io.livenessledger.verifik.normal.VerifikSignature;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

/**
 * Stores what the vendor said. Each call is one transaction, and what its item tells is committed.
 * Must be called on a duplicated Vert.x context.
 */
@ApplicationScoped
public class Intake {
  private final VerifikNormaliser normaliser = new VerifikNormaliser();
  private final Records records;
  private final Transactions transactions;
  private final IntakeMetrics metrics;
  private final Clock clock;

  Intake(Records records, Transactions transactions, IntakeMetrics metrics, Clock clock) {
    this.records = records;
    this.transactions = transactions;
    this.metrics = metrics;
    this.clock = clock;
  }

  /**
   * Stores an answer that we fetched, readable or not. Fails with {@code vendor-record-not-found},
   * and stores nothing, when the vendor does not have a record that we do not hold either.
   */
  public Uni<Appended> fetched(
      RecordId id, VendorAnswer answer, Trigger trigger, Origin origin, Alongside alongside) {
    Draft draft = new Draft(trigger, answer.receivedAt(), answer.status(), bodyOf(answer), origin);
    Uni<NewObservation> found =
        answer.isAbsent()
            ? Uni.createFrom().item(draft.absent())
            : read(id, answer.body()).map(draft::of);
    return found
        .chain(f -> append(id, f, alongside))
        .onItem()
        .ifNull()
        .failWith(Intake::unknownToBoth);
  }

  /** {@code vendor-record-not-found}. */
  public static Problem unknownToBoth() {
    return Problem.of(
        ProblemCode.VENDOR_RECORD_NOT_FOUND,
        "The vendor does not have this record, and nothing is stored of it.");
  }

  /**
   * Stores an answer that a caller had from the vendor. Fails with {@code invalid-parameter}, and
   * stores nothing, when it is not the record {@code id}.
   */
  public Uni<Appended> submitted(
      RecordId id, byte[] bytes, String contentType, Origin origin, Alongside alongside) {
    Body body = new Body(bytes, contentType, Map.of());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Draft draft = new Draft(Trigger.SUBMITTED, now, null, body, origin);
    return read(id, bytes)
        .map(Intake::requireRecord)
        .map(draft::of)
        .chain(f -> append(id, f, alongside));
  }

  private static Reading requireRecord(Reading reading) {
    if (reading instanceof Reading.Unreadable unreadable) {
      throw Problem.invalidParameter("body", unreadable.reason().description());
    }
    return reading;
  }

  private Uni<Appended> append(RecordId id, NewObservation found, Alongside alongside) {
    return transactions
        .committed(() -> records.append(id, found).onItem().ifNotNull().call(alongside::write))
        .onItem()
        .ifNotNull()
        .invoke(appended -> metrics.appended(found.trigger(), appended));
  }

  /** On a worker, since a body of 1 MiB takes a while, and before any session is open. */
  private Uni<Reading> read(RecordId id, byte[] body) {
    Context context = Objects.requireNonNull(Vertx.currentContext());
    return Uni.createFrom()
        .completionStage(
            () -> context.executeBlocking(() -> reading(id, body), false).toCompletionStage());
  }

  private Reading reading(RecordId id, byte[] body) {
    return body == null
        ? new Reading.Unreadable(UnreadableReason.TOO_LARGE, null)
        : normaliser.normalise(id.value(), body);
  }

  private static Body bodyOf(VendorAnswer answer) {
    return answer.body() == null
        ? null
        : new Body(answer.body(), answer.contentType(), answer.headers());
  }

  /** What every observation of one answer has, whatever the answer turns out to be. */
  private record Draft(
      Trigger trigger, Instant fetchedAt, Integer vendorStatus, Body body, Origin origin) {

    NewObservation of(Reading reading) {
      if (reading instanceof Reading.Present present) {
        return present(present.record());
      }
      Reading.Unreadable unreadable = (Reading.Unreadable) reading;
      return with(Outcome.UNREADABLE, null, unreadable.signature(), unreadable.reason().name());
    }

    NewObservation present(NormalisedRecord record) {
      return with(Outcome.PRESENT, record, record.signature(), null);
    }

    NewObservation absent() {
      return with(Outcome.ABSENT, null, null, null);
    }

    private NewObservation with(
        Outcome outcome, NormalisedRecord record, VerifikSignature signature, String reason) {
      return new NewObservation(
          outcome,
          trigger,
          fetchedAt,
          vendorStatus,
          body,
          record == null ? null : Contents.of(record),
          record == null ? null : record.data(),
          Contents.of(signature),
          reason,
          origin.requestId(),
          origin.caller());
    }
  }
}
