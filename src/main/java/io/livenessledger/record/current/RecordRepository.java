package io.livenessledger.record.current;

import io.livenessledger.record.history.RecordId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;

@ApplicationScoped
class RecordRepository implements PanacheRepositoryBase<RecordEntity, String> {
  /** The row, locked until the transaction ends; made when it is not there. */
  Uni<RecordEntity> lockedOrNew(RecordId id) {
    return locked(id).onItem().ifNull().switchTo(() -> insert(id).chain(() -> locked(id)));
  }

  /** The row, locked until the transaction ends; null when it is not there. */
  Uni<RecordEntity> locked(RecordId id) {
    return findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
  }

  /** Another replica may insert the same row at the same time: it waits here and then finds it. */
  private static Uni<Integer> insert(RecordId id) {
    return Panache.getSession()
        .chain(
            s ->
                s.createNativeQuery("insert into record (id) values (?1) on conflict do nothing")
                    .setParameter(1, id.value())
                    .executeUpdate());
  }

  /**
   * Of up to {@code limit} records with ids above {@code after}, in order, whether observations may
   * be without statements.
   */
  Uni<List<Chained>> chainedAfter(String after, int limit) {
    return find(
            "select id, lastNumber = 0 or lastCommitment is not null from RecordEntity"
                + " where id > ?1 order by id",
            after)
        .project(Chained.class)
        .page(0, limit)
        .list();
  }

  /**
   * Whether a record's statements are known to be complete.
   *
   * @param isWhole false when they may not be
   */
  // Made by Hibernate from a query's columns, which name no type to the build
  @RegisterForReflection
  record Chained(String id, boolean isWhole) {}

  /** Up to {@code limit} ids above {@code after}, in order; the empty string is below all. */
  Uni<List<String>> idsAfter(String after, int limit) {
    return find("select id from RecordEntity where id > ?1 order by id", after)
        .project(String.class)
        .page(0, limit)
        .list();
  }
}
