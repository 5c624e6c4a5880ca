package io.livenessledger.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Records {@code bench-1}, {@code bench-2} and so on, and calls that read them with a token. */
final class Reads {
  private Reads() {}

  static void store(int records) {
    for (int i = 1; i <= records; i++) {
      String id = "bench-" + i;
      Api.submit(id, Bodies.of("nested", id)).then().statusCode(201);
    }
  }

  /** Of a viewer whose token is from this issuer. */
  static String token(String issuer) {
    Tokens tokens = new Tokens(issuer);
    Map<String, Object> claims = tokens.claims("viewer");
    claims.put("exp", Instant.now().plus(Duration.ofHours(1)).getEpochSecond());
    return tokens.sign(claims);
  }

  /** One of each, with this token. */
  static List<byte[]> requests(String token, int records) {
    String head = Callers.head(token) + "\r\n";
    return IntStream.rangeClosed(1, records)
        .mapToObj(i -> ("GET /v1/document-liveness/bench-" + i + head).getBytes(US_ASCII))
        .toList();
  }
}
