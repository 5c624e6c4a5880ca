package io.livenessledger.problem.slow;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Watches the heads of one connection's requests. A head begins with the first byte that comes
 * while no request is open, a TLS handshake's too, and has to be complete in time. Between requests
 * and while an answer is awaited nothing is timed. All state belongs to the connection's event
 * loop.
 */
final class HeadWatch extends ChannelInboundHandlerAdapter {
  private final Duration patience;
  private ChannelHandlerContext connection;
  private Future<?> timer;
  private int open;

  HeadWatch(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    connection = added;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    if (open == 0 && timer == null) {
      timer = context.executor().schedule(this::close, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
    context.fireChannelRead(bytes);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext removed) {
    stop();
  }

  /** A head is complete. To be called on the event loop. */
  void arrived() {
    stop();
    open++;
  }

  /** A request's answer is complete. May be called from any thread. */
  void answered() {
    connection.executor().execute(() -> open--);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to be told
  private void close() {
    connection.close();
  }

  private void stop() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }
}
