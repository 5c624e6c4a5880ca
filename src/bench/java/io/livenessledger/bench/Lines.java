package io.livenessledger.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Counts what an answer consists of, without keeping it. */
record Lines(long count, long bytes) {

  static Lines of(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (answer.statusCode() != 200) {
      throw new IOException("" + answer.statusCode());
    }
    return of(answer.body());
  }

  static Lines of(InputStream body) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long count = 0;
    long bytes = 0;
    try (body) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes += read;
        for (int i = 0; i < read; i++) {
          if (buffer[i] == '\n') {
            count++;
          }
        }
      }
    }
    return new Lines(count, bytes);
  }
}
