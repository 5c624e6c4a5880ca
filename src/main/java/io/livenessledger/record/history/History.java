package io.livenessledger.record.history;

import io.livenessledger.canonical.Digest;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Appends facts and reads them back. Every call must be made inside {@code store.Transactions};
 * what is not there is a null item.
 */
@ApplicationScoped
public class History {
  private static final String NEWEST_FIRST =
      "id.recordId = ?1 and id.number < ?2 order by id.number desc";
  private static final String OLDEST_FIRST =
      "id.recordId = ?1 and id.number > ?2 order by id.number";

  private final Observations observations;
  private final Revisions revisions;
  private final Bodies bodies;

  History(Observations observations, Revisions revisions, Bodies bodies) {
    this.observations = observations;
    this.revisions = revisions;
    this.bodies = bodies;
  }

  /**
   * Appends an observation with its body. The caller holds the lock of the record's row and has
   * taken the number under it.
   *
   * @param body null when it was over the limit
   */
  public Uni<Void> append(Observation observation, Body body) {
    Uni<?> appended = Panache.getSession().chain(s -> s.persist(ObservationEntity.of(observation)));
    if (body != null) {
      BodyEntity row = BodyEntity.of(observation, body);
      appended = appended.chain(() -> Panache.getSession()).chain(s -> s.persist(row));
    }
    return appended.replaceWithVoid();
  }

  /**
   * Appends a revision; it comes before the observation that starts it.
   *
   * @param data JSON text of the vendor's {@code data}
   */
  public Uni<Void> append(Revision revision, String data) {
    return revisions.persist(RevisionEntity.of(revision, data)).replaceWithVoid();
  }

  public Uni<Observation> observation(RecordId id, int number) {
    return observations
        .findById(new RecordPart(id.value(), number))
        .onItem()
        .ifNotNull()
        .transform(ObservationEntity::toObservation);
  }

  /** Up to {@code limit} observations with numbers below {@code before}, newest first. */
  public Uni<List<Observation>> observationsBefore(RecordId id, int before, int limit) {
    return observations
        .find(NEWEST_FIRST, id.value(), before)
        .page(0, limit)
        .list()
        .map(rows -> rows.stream().map(ObservationEntity::toObservation).toList());
  }

  /** Up to {@code limit} observations with numbers above {@code after}, oldest first. */
  public Uni<List<Observation>> observationsAfter(RecordId id, int after, int limit) {
    return observations
        .find(OLDEST_FIRST, id.value(), after)
        .page(0, limit)
        .list()
        .map(rows -> rows.stream().map(ObservationEntity::toObservation).toList());
  }

  /**
   * Up to {@code limit} observations with numbers above {@code after} that established a state,
   * oldest first.
   */
  public Uni<List<Observation>> statesAfter(RecordId id, int after, int limit) {
    return observations
        .find("outcome <> UNREADABLE and " + OLDEST_FIRST, id.value(), after)
        .page(0, limit)
        .list()
        .map(rows -> rows.stream().map(ObservationEntity::toObservation).toList());
  }

  /** The submitted observation of exactly these bytes. */
  public Uni<Observation> submitted(RecordId id, Digest body) {
    return observations
        .find(
            // A literal: the partial unique index serves no parameter
            "id.recordId = ?1 and bodyDigest = ?2 and trigger = SUBMITTED", id.value(), body)
        .firstResult()
        .onItem()
        .ifNotNull()
        .transform(ObservationEntity::toObservation);
  }

  /** The body of an observation: it was stored with it, which says in which partition it lies. */
  public Uni<Body> body(Observation observation) {
    return bodies
        .find(
            "id.recordId = ?1 and id.number = ?2 and storedAt = ?3",
            observation.recordId().value(),
            observation.number(),
            observation.storedAt())
        .firstResult()
        .onItem()
        .ifNotNull()
        .transform(BodyEntity::toBody);
  }

  public Uni<Revision> revision(RecordId id, int number) {
    return revisions
        .findById(new RecordPart(id.value(), number))
        .onItem()
        .ifNotNull()
        .transform(RevisionEntity::toRevision);
  }

  /** JSON text of the vendor's {@code data}, its decimals as they came. */
  public Uni<String> data(RecordId id, int revision) {
    return revisions
        .findById(new RecordPart(id.value(), revision))
        .onItem()
        .ifNotNull()
        .transform(row -> row.data);
  }

  /** The revisions that were started by the observations {@code first} to {@code last}. */
  public Uni<List<Revision>> revisionsStartedBetween(RecordId id, int first, int last) {
    return revisions
        .list("id.recordId = ?1 and startedBy between ?2 and ?3", id.value(), first, last)
        .map(rows -> rows.stream().map(RevisionEntity::toRevision).toList());
  }

  /** Up to {@code limit} revisions with numbers below {@code before}, newest first. */
  public Uni<List<Revision>> revisionsBefore(RecordId id, int before, int limit) {
    return revisions
        .find(NEWEST_FIRST, id.value(), before)
        .page(0, limit)
        .list()
        .map(rows -> rows.stream().map(RevisionEntity::toRevision).toList());
  }

  /** Wrapped, since a Panache repository publicly offers to delete. */
  @ApplicationScoped
  static class Observations implements PanacheRepositoryBase<ObservationEntity, RecordPart> {}

  @ApplicationScoped
  static class Revisions implements PanacheRepositoryBase<RevisionEntity, RecordPart> {}

  @ApplicationScoped
  static class Bodies implements PanacheRepositoryBase<BodyEntity, RecordPart> {}
}
