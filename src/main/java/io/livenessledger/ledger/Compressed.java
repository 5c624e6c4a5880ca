package io.livenessledger.ledger;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Answers that go compressed to whoever accepts that (RFC 9110 §12.5.3). */
public final class Compressed {
  private Compressed() {}

  /**
   * The bytes, with gzip when the caller takes it.
   *
   * @param accepted the request's Accept-Encoding; null when it has none
   */
  static Response answer(byte[] bytes, String accepted, String cacheControl) {
    boolean gzip = acceptsGzip(accepted);
    Response.ResponseBuilder answer =
        Response.ok(gzip ? gzip(bytes) : bytes)
            .header(HttpHeaders.CACHE_CONTROL, cacheControl)
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return (gzip ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
  }

  /** A wildcard is not taken at its word: identity suits it as well. */
  public static boolean acceptsGzip(String accepted) {
    return accepted != null
        && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(",", -1))
            .map(coding -> coding.replaceAll("\\s", ""))
            .anyMatch(coding -> coding.matches("(x-)?gzip(;q=(1(\\.0*)?|0?\\.0*[1-9][0-9]*))?"));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2);
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return compressed.toByteArray();
  }
}
