package io.livenessledger.access.stream;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses a stream part by part (RFC 1952): what was given can be read from what was returned so
 * far. The framework's compression takes the header from answers that are compressed already, which
 * those of the log are.
 */
final class Gzip {
  private static final int BUFFER = 8192;

  private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
  private final GZIPOutputStream gzip;

  Gzip() {
    try {
      gzip = new GZIPOutputStream(compressed, BUFFER, true);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Buffer part(Buffer part) {
    try {
      gzip.write(part.getBytes());
      gzip.flush();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return taken();
  }

  /** What ends the stream. */
  Buffer end() {
    try {
      gzip.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return taken();
  }

  private Buffer taken() {
    Buffer all = Buffer.buffer(compressed.toByteArray());
    compressed.reset();
    return all;
  }
}
