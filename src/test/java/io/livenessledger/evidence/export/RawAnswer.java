package io.livenessledger.evidence.export;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** An answer in chunks with its trailers, which HTTP clients do not show. */
record RawAnswer(String head, Buffer body, String trailers) {

  static RawAnswer of(URI uri) throws IOException {
    try (Socket socket = ask(uri)) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      String head = untilEmptyLine(in);
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      for (int size = size(in); size > 0; size = size(in)) {
        body.write(in.readNBytes(size));
        in.readNBytes(2);
      }
      return new RawAnswer(head, Buffer.buffer(body.toByteArray()), untilEmptyLine(in));
    }
  }

  /** A connection on which an auditor has asked. */
  static Socket ask(URI uri) throws IOException {
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    String request =
        "GET "
            + uri.getRawPath()
            + "?"
            + uri.getRawQuery()
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + "Authorization: Basic YXVkaXRvcjphdWRpdG9y\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  String trailer(String name) {
    return trailers
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElseThrow();
  }

  private static int size(DataInputStream in) throws IOException {
    return Integer.parseInt(line(in), 16);
  }

  private static String untilEmptyLine(DataInputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }
}
