package io.livenessledger.access.stream;

import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.Flow.Subscription;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes an answer part by part, as fast as the client reads. The framework's own way for a {@code
 * Multi} knows neither response filters (our access events) nor trailers, and leaves a connection
 * open when a stream fails. Who fails in the middle here loses its connection, and so sees that it
 * has not got all.
 */
@Provider
public class StreamedWriter implements ServerMessageBodyWriter<Streamed> {
  private static final Logger LOG = Logger.getLogger(StreamedWriter.class);

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return type == Streamed.class;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Streamed.class;
  }

  @Override
  public void writeTo(
      Streamed streamed,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream out) {
    throw new UnsupportedOperationException("Only written to a response");
  }

  @Override
  public void writeResponse(Streamed streamed, Type generic, ServerRequestContext context)
      throws WebApplicationException {
    ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context;
    HttpServerResponse response = request.unwrap(RoutingContext.class).response();
    request.suspend();
    response.setChunked(true);
    streamed.parts().subscribe(new Writing(streamed, request, response));
  }

  private static final class Writing implements MultiSubscriber<Buffer> {
    private final Streamed streamed;
    private final ResteasyReactiveRequestContext request;
    private final HttpServerResponse response;
    private Subscription subscription;

    Writing(
        Streamed streamed, ResteasyReactiveRequestContext request, HttpServerResponse response) {
      this.streamed = streamed;
      this.request = request;
      this.response = response;
    }

    @Override
    public void onSubscribe(Subscription subscribed) {
      subscription = subscribed;
      response.closeHandler(closed -> ended());
      subscribed.request(1);
    }

    /** The client has gone, or all has been written: then there is nothing to cancel. */
    private void ended() {
      subscription.cancel();
      request.close();
    }

    @Override
    public void onItem(Buffer part) {
      // By the framework: with the first part it writes the headers
      request
          .serverResponse()
          .write(part.getBytes())
          .whenComplete(
              (written, failure) -> {
                if (failure == null) {
                  subscription.request(1);
                } else {
                  subscription.cancel();
                }
              });
    }

    @Override
    public void onFailure(Throwable failure) {
      LOG.warnf("A stream was broken off: %s", failure.getClass().getName());
      response.reset();
    }

    @Override
    public void onCompletion() {
      try {
        streamed.trailers().get().forEach(response::putTrailer);
      } catch (RuntimeException unfit) {
        onFailure(unfit);
        return;
      }
      request.serverResponse().end();
      request.close();
    }
  }
}
