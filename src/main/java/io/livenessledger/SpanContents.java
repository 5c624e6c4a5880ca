package io.livenessledger;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Set;

/**
 * What a span says of a request or of a call: of texts only those that are listed here, for an
 * address may name a record, a query a client, and a webhook's address is a secret. Numbers stay.
 * Attributes cannot be taken away from a span, so that the others are empty.
 */
@Singleton
class SpanContents implements SpanProcessor {
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("url.full");

  /** Statements have placeholders for their values. */
  private static final Set<String> SAID =
      Set.of(
          "code.function.name",
          "db.collection.name",
          "db.namespace",
          "db.operation",
          "db.operation.name",
          "db.query.text",
          "db.sql.table",
          "db.statement",
          "db.system",
          "db.system.name",
          "error.type",
          "http.request.method",
          "http.route",
          "network.protocol.name",
          "network.protocol.version",
          "server.address",
          "url.scheme");

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    span.toSpanData()
        .getAttributes()
        .forEach(
            (key, value) -> {
              if (key.equals(ADDRESS)) {
                span.setAttribute(ADDRESS, origin((String) value));
              } else if (key.getType() == AttributeType.STRING && !SAID.contains(key.getKey())) {
                span.setAttribute(key.getKey(), "");
              }
            });
  }

  private static String origin(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getScheme() + "://" + uri.getAuthority();
    } catch (IllegalArgumentException none) {
      return "";
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    // It has been exported already, or will be as it is
  }

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
