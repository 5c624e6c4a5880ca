package io.livenessledger.bench;

import io.livenessledger.store.embedded.Role;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.net.URI;

/**
 * The least that can answer a read over HTTP: a Vert.x handler that selects the row by the path's
 * last part and sends it as JSON, with no caller, no log and no contract. What it reaches is the
 * most that the program could.
 */
final class BareHandler implements AutoCloseable {
  private static final int LOOPS = Runtime.getRuntime().availableProcessors();

  /** One of its own: the program's instance names its meters otherwise. */
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setMetricsOptions(new MetricsOptions().setEnabled(false)));

  private final int port;

  /** On this database, with so many connections over all its event loops. */
  BareHandler(String jdbcUrl, String password, int connections, int port) {
    this.port = port;
    URI database = URI.create(jdbcUrl.substring("jdbc:".length()));
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(database.getHost())
            .setPort(database.getPort())
            .setDatabase(database.getPath().substring(1))
            .setUser(Role.OWNER.user())
            .setPassword(password)
            .setCachePreparedStatements(true);
    vertx
        .deployVerticle(
            () -> new Reader(options, connections / LOOPS, port),
            new DeploymentOptions().setInstances(LOOPS))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  URI url() {
    return URI.create("http://localhost:" + port);
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** A server and a pool of its own in each event loop. */
  private static final class Reader extends AbstractVerticle {
    private final PgConnectOptions options;
    private final int connections;
    private final int port;
    private PreparedQuery<RowSet<Row>> select;

    Reader(PgConnectOptions options, int connections, int port) {
      this.options = options;
      this.connections = connections;
      this.port = port;
    }

    @Override
    public void start(Promise<Void> started) {
      select =
          PgBuilder.pool()
              .with(new PoolOptions().setMaxSize(connections))
              .connectingTo(options)
              .using(vertx)
              .build()
              .preparedQuery("select * from record where id = $1");
      vertx
          .createHttpServer()
          .requestHandler(this::answer)
          .listen(port)
          .<Void>mapEmpty()
          .onComplete(started);
    }

    private void answer(HttpServerRequest request) {
      String id = request.path().substring(request.path().lastIndexOf('/') + 1);
      select
          .execute(Tuple.of(id))
          .onSuccess(rows -> send(request, rows.iterator().next()))
          .onFailure(e -> request.response().setStatusCode(503).end());
    }

    private static void send(HttpServerRequest request, Row row) {
      request.response().putHeader("Content-Type", "application/json").end(row.toJson().toBuffer());
    }
  }
}
