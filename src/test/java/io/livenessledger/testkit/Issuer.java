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
 * An OpenID Connect issuer as far as services see one: discovery and keys, and an introspection
 * that calls every token good. It signs whatever claims are posted to {@code /sign}, takes new keys
 * when asked to at {@code /rotate}, and says at {@code /asked} how often it was asked for what.
 */
public final class Issuer implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger keys = new AtomicInteger();
  private volatile RsaJsonWebKey key = newKey();

  private final AtomicInteger keysAsked = new AtomicInteger();
  private final AtomicInteger introspections = new AtomicInteger();

  /** Listens on a free port of this machine. */
  public Issuer() {
    this(0);
  }

  /** Listens on this port of this machine. */
  public Issuer(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", e -> answer(e, discovery()));
    server.createContext("/keys", this::publish);
    server.createContext("/introspect", this::introspect);
    server.createContext("/asked", e -> answer(e, asked()));
    server.createContext("/rotate", this::rotate);
    server.createContext("/sign", this::sign);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String discovery() {
    return "{\"issuer\":\"%1$s\",\"jwks_uri\":\"%1$s/keys\",\"introspection_endpoint\":\"%1$s/introspect\"}"
        .formatted(url());
  }

  private String asked() {
    return "{\"keys\":" + keysAsked + ",\"introspections\":" + introspections + "}";
  }

  private void publish(HttpExchange exchange) throws IOException {
    keysAsked.incrementAndGet();
    answer(exchange, publicKeys());
  }

  private void introspect(HttpExchange exchange) throws IOException {
    introspections.incrementAndGet();
    answer(exchange, "{\"active\":true,\"sub\":\"somebody\",\"scope\":\"viewer\"}");
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
