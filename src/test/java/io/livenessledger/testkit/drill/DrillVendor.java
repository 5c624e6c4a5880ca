package io.livenessledger.testkit.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.livenessledger.canonical.Digest;
import io.livenessledger.testkit.VendorAccount;
import io.livenessledger.testkit.VendorAccount.Answer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A vendor who has every record of {@link #records} and never says the same twice, so that every
 * answer that is stored can be told from all others.
 */
public final class DrillVendor implements AutoCloseable {
  private static final List<String> RECORDS =
      IntStream.range(0, 200).mapToObj(i -> "drill-" + i).toList();

  private static final int CONNECT_MILLIS = 500;

  /** Begins with the time: nor does a vendor say what one before has said, who is in a fixture. */
  private final AtomicLong answers = new AtomicLong(System.currentTimeMillis());

  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final List<Closeable> hole = new ArrayList<>();
  private final String url;
  private VendorAccount account;
  private volatile CountDownLatch silence = new CountDownLatch(0);

  /** Listens on a free port. */
  public DrillVendor() throws IOException {
    account = open(0);
    url = account.url();
  }

  private VendorAccount open(int port) throws IOException {
    VendorAccount opened = new VendorAccount(port);
    RECORDS.forEach(id -> opened.add(id, ""));
    opened.listens(call -> awaitEndOfSilence());
    opened.misbehaves(this::said);
    return opened;
  }

  /** The ids of all its records. */
  public static List<String> records() {
    return RECORDS;
  }

  public String url() {
    return url;
  }

  /** From now on calls are taken and not answered, until {@link #speaks}. */
  public void fallsSilent() {
    silence = new CountDownLatch(1);
  }

  /** Answers those who wait still, and all others. */
  public void speaks() {
    silence.countDown();
  }

  /** From now on who wants to connect hears nothing at all, until {@link #returns}. */
  public void vanishes() throws IOException {
    account.close();
    InetAddress host = InetAddress.getLoopbackAddress();
    ServerSocket nobody = new ServerSocket(URI.create(url).getPort(), 1, host);
    hole.add(nobody);
    // The kernel takes as many as the backlog has room for, and then is silent too
    boolean taken = true;
    while (taken) {
      Socket waiting = new Socket();
      hole.add(waiting);
      taken = connects(waiting, nobody.getLocalSocketAddress());
    }
  }

  private static boolean connects(Socket socket, SocketAddress to) throws IOException {
    try {
      socket.connect(to, CONNECT_MILLIS);
      return true;
    } catch (SocketTimeoutException full) {
      return false;
    }
  }

  /** Is there again. */
  public void returns() throws IOException {
    for (Closeable one : hole) {
      one.close();
    }
    hole.clear();
    account = open(URI.create(url).getPort());
  }

  private void awaitEndOfSilence() {
    try {
      silence.await();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Every third answer changes the content; each has a signature of its own. */
  private Answer said(Answer empty) {
    long number = answers.incrementAndGet();
    String id = empty.call().id();
    String body =
        "{\"data\":{\"_id\":\"%s\",\"status\":\"status-%d\"},\"signature\":{\"message\":\"answer %d\"}}"
            .formatted(id, number / 3, number);
    sent.add(key(id, Digest.sha256(body.getBytes(UTF_8)).reprDigest()));
    return new Answer(empty.call(), 200, body, body.length(), null);
  }

  /** Whether this is the digest of an answer about this record. */
  boolean hasSaid(String id, String bodyDigest) {
    return sent.contains(key(id, bodyDigest));
  }

  private static String key(String id, String digest) {
    return id + " " + digest;
  }

  @Override
  public void close() throws IOException {
    speaks();
    for (Closeable one : hole) {
      one.close();
    }
    account.close();
  }
}
