package io.livenessledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Callers that keep a connection each and send their next request when they have the answer to the
 * last, on one thread: a client that costs little beside what it measures, like pgbench's.
 */
final class Callers implements AutoCloseable {
  private static final String LENGTH = "content-length: ";
  private static final int CHUNKED = -1;
  private static final String LAST = "\r\n0\r\n\r\n";
  private static final int LONGEST_ANSWER = 1 << 20;

  private final Selector selector;
  private final List<Caller> callers = new ArrayList<>();
  private final List<byte[]> requests;
  private int next;

  /** Connects so many callers, who send these requests in turn. */
  Callers(URI server, int count, List<byte[]> requests) throws IOException {
    this.requests = requests;
    selector = Selector.open();
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      Caller caller = new Caller(channel);
      channel.register(selector, SelectionKey.OP_READ, caller);
      callers.add(caller);
    }
  }

  /**
   * What comes after the path in each request of the bearer of this token; more headers or an empty
   * line come after that.
   */
  static String head(String token) {
    return " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + token
        + "\r\nAccess-Purpose: benchmark\r\nUser-Agent: bench/1\r\n";
  }

  /**
   * Has so many requests answered, all with 200 or 201.
   *
   * @return seconds
   */
  double run(int count) throws IOException {
    long start = System.nanoTime();
    int sent = 0;
    for (Caller caller : callers) {
      caller.send(request());
      sent++;
    }
    int answered = 0;
    while (answered < count) {
      selector.select();
      for (SelectionKey key : selector.selectedKeys()) {
        Caller caller = (Caller) key.attachment();
        if (caller.isAnswered()) {
          answered++;
          if (sent < count) {
            caller.send(request());
            sent++;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private byte[] request() {
    return requests.get(next++ % requests.size());
  }

  @Override
  public void close() throws IOException {
    for (Caller caller : callers) {
      caller.channel.close();
    }
    selector.close();
  }

  private static final class Caller {
    private final SocketChannel channel;
    private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
    private int end;

    Caller(SocketChannel channel) {
      this.channel = channel;
    }

    void send(byte[] request) throws IOException {
      if (channel.write(ByteBuffer.wrap(request)) < request.length) {
        throw new IOException("a request that does not fit into the socket's buffer");
      }
    }

    /** Reads what is there; forgets the answer when it is complete. */
    boolean isAnswered() throws IOException {
      if (channel.read(answer) < 0) {
        throw new IOException("closed by the server");
      }
      if (end == 0) {
        end = end(new String(answer.array(), 0, answer.position(), US_ASCII));
      }
      boolean whole = end == CHUNKED ? isLastChunk() : end > 0 && answer.position() >= end;
      if (!whole) {
        return false;
      }
      answer.clear();
      end = 0;
      return true;
    }

    private boolean isLastChunk() {
      int from = answer.position() - LAST.length();
      return new String(answer.array(), from, LAST.length(), US_ASCII).equals(LAST);
    }

    /** Where the answer that begins like this ends; 0 if its head is not there. */
    private static int end(String text) throws IOException {
      int body = text.indexOf("\r\n\r\n") + 4;
      if (body < 4) {
        return 0;
      }
      if (!text.startsWith("HTTP/1.1 20")) {
        throw new IOException(text);
      }
      String head = text.substring(0, body).toLowerCase(Locale.ROOT);
      if (!head.contains(LENGTH)) {
        return CHUNKED;
      }
      int length = head.indexOf(LENGTH) + LENGTH.length();
      return body + Integer.parseInt(head.substring(length, head.indexOf("\r\n", length)));
    }
  }
}
