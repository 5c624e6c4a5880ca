package io.livenessledger.search.replica;

import io.livenessledger.store.LongReads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Tells callers how far what they read is behind, where a read replica answers. */
@ApplicationScoped
public class ReplicaLag {
  /** Seconds, with three decimals. */
  public static final String HEADER = "Replica-Lag";

  private final LongReads reads;

  ReplicaLag(LongReads reads) {
    this.reads = reads;
  }

  /** The answer with the header, if there is a replica. */
  public Uni<Response> told(Response.ResponseBuilder answer) {
    return reads.lag().map(lag -> with(answer, lag).build());
  }

  private static Response.ResponseBuilder with(
      Response.ResponseBuilder answer, Optional<Duration> lag) {
    return lag.map(behind -> answer.header(HEADER, BigDecimal.valueOf(behind.toMillis(), 3)))
        .orElse(answer);
  }
}
