package io.livenessledger.evidence.export;

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
record Streamed(Multi<Buffer> parts, Supplier<Map<String, String>> trailers) {}
