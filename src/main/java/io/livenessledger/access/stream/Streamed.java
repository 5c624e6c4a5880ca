package io.livenessledger.access.stream;

import io.livenessledger.store.Background;
import io.smallrye.mutiny.Multi;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An answer that is written part by part.
 *
 * @param parts the next is asked for when the one before has been written
 * @param trailers what is sent behind the last part; asked for when there are no more
 */
public record Streamed(Multi<Buffer> parts, Supplier<Map<String, String>> trailers) {

  /** The same with gzip. */
  public Streamed compressed() {
    Gzip gzip = new Gzip();
    Multi<Buffer> compressed =
        parts
            .onItem()
            .transformToUniAndConcatenate(part -> Background.compute(() -> gzip.part(part)));
    Multi<Buffer> end = Multi.createFrom().item(gzip::end);
    return new Streamed(Multi.createBy().concatenating().streams(compressed, end), trailers);
  }
}
