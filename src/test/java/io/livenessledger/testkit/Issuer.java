package io.livenessledger.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * An OpenID Connect issuer as far as services see one: discovery and keys. It signs whatever claims
 * are posted to {@code /sign}, and takes new keys when asked to at {@code /rotate}.
 */
public final class Issuer implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger keys = new AtomicInteger();
  private volatile RsaJsonWebKey key = newKey();

  /** Listens on a free port of this machine. */
  public Issuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", e -> answer(e, discovery()));
    server.createContext("/keys", e -> answer(e, publicKeys()));
    server.createContext("/rotate", this::rotate);
    server.createContext("/sign", this::sign);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String discovery() {
    return "{\"issuer\":\"" + url() + "\",\"jwks_uri\":\"" + url() + "/keys\"}";
  }

  private String publicKeys() {
    return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
  }

  private RsaJsonWebKey newKey() {
    try {
      RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
      made.setKeyId("key-" + keys.incrementAndGet());
      made.setAlgorithm("RS256");
      made.setUse("sig");
      return made;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private void rotate(HttpExchange exchange) throws IOException {
    key = newKey();
    answer(exchange, "{}");
  }

  /** With {@code ?stranger} by a key that nobody published. */
  private void sign(HttpExchange exchange) throws IOException {
    boolean stranger = "stranger".equals(exchange.getRequestURI().getQuery());
    RsaJsonWebKey signing = stranger ? newKey() : key;
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    token.setAlgorithmHeaderValue("RS256");
    token.setKeyIdHeaderValue(signing.getKeyId());
    token.setKey(signing.getPrivateKey());
    try {
      answer(exchange, token.getCompactSerialization());
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
