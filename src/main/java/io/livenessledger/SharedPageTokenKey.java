package io.livenessledger;

import io.livenessledger.paging.PageTokenKey;
import io.livenessledger.store.Transactions;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Objects;
import org.jose4j.keys.AesKey;

/**
 * The key of page tokens, from the database that all replicas share. The first one to start makes
 * it. Read once, at the start: it never changes while a replica runs.
 */
@ApplicationScoped
class SharedPageTokenKey implements PageTokenKey {
  private static final String PURPOSE = "page-token";
  private static final int OCTETS = 32;

  // Who comes second waits here for the first one's commit, and then finds its key
  private static final String OFFER =
      "insert into shared_key (purpose, value) values ($1, $2) on conflict (purpose) do nothing";
  private static final String READ = "select value from shared_key where purpose = $1";

  private final Transactions transactions;
  private volatile Key key;

  SharedPageTokenKey(Transactions transactions) {
    this.transactions = transactions;
  }

  void load(@Observes StartupEvent started) throws Throwable {
    key = VertxContextSupport.subscribeAndAwait(this::shared);
  }

  @Override
  public Key get() {
    return Objects.requireNonNull(key, "asked before the start");
  }

  /** The key that is stored; a new one if there was none. */
  Uni<Key> shared() {
    return transactions.committedOn(connection -> offer(connection).chain(() -> read(connection)));
  }

  private static Uni<Void> offer(SqlConnection connection) {
    byte[] random = new byte[OCTETS];
    new SecureRandom().nextBytes(random);
    return connection
        .preparedQuery(OFFER)
        .execute(Tuple.of(PURPOSE, Buffer.buffer(random)))
        .replaceWithVoid();
  }

  private static Uni<Key> read(SqlConnection connection) {
    return connection
        .preparedQuery(READ)
        .execute(Tuple.of(PURPOSE))
        .map(found -> new AesKey(found.iterator().next().getBuffer("value").getBytes()));
  }
}
