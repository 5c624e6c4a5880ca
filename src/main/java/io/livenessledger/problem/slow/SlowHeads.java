package io.livenessledger.problem.slow;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;

/**
 * Ends connections on which the head of a request does not come to its end. The server's idle
 * timeout does not: each byte lets it begin anew.
 */
@ApplicationScoped
public class SlowHeads {
  private static final String NAME = SlowHeads.class.getName();

  private final Vertx vertx;
  private final HttpServer server;
  private final Duration patience;

  SlowHeads(Vertx vertx, HttpServer server, HttpConfig config) {
    this.vertx = vertx;
    this.server = server;
    this.patience = config.headTimeout();
  }

  void listens(@ObservesAsync HttpServerStart started) {
    watchListeners();
  }

  void listensOverTls(@ObservesAsync HttpsServerStart started) {
    watchListeners();
  }

  /** To be told of each request as soon as it is there. */
  public void arrived(RoutingContext context) {
    if (context.request().connection() instanceof ConnectionBase connection
        && connection.channel().pipeline().get(NAME) instanceof HeadWatch watch) {
      if (context.request().version() == HttpVersion.HTTP_2) {
        // Its frames come between requests too, and pings are no heads
        connection.channel().pipeline().remove(watch);
      } else {
        watch.arrived();
        context.addEndHandler(answered -> watch.answered());
      }
    }
  }

  /**
   * Vert.x shows nobody a connection before its first request, and a slow one has none. So this
   * asks Netty's acceptors, each on its own thread, for the sockets that listen.
   */
  private void watchListeners() {
    for (EventExecutor acceptor : ((VertxInternal) vertx).getAcceptorEventLoopGroup()) {
      acceptor.execute(
          () ->
              ((SingleThreadEventLoop) acceptor)
                  .registeredChannelsIterator()
                  .forEachRemaining(this::watchListener));
    }
  }

  private void watchListener(Channel listener) {
    if (isPublic(listener.localAddress()) && listener.pipeline().get(NAME) == null) {
      listener.pipeline().addFirst(NAME, new Accepted(patience));
    }
  }

  /** The management port is the infrastructure's alone, and its requests do not come by here. */
  private boolean isPublic(SocketAddress address) {
    return address instanceof InetSocketAddress socket
        && (socket.getPort() == server.getPort() || socket.getPort() == server.getSecurePort());
  }

  /** Gives each accepted connection its watch, before everything that reads from it. */
  private static final class Accepted extends ChannelInboundHandlerAdapter {
    private final Duration patience;

    Accepted(Duration patience) {
      this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext listener, Object accepted) {
      if (accepted instanceof Channel connection) {
        connection.pipeline().addFirst(NAME, new HeadWatch(patience));
      }
      listener.fireChannelRead(accepted);
    }
  }
}
