package io.livenessledger.record;

import io.livenessledger.canonical.Digest;
import io.livenessledger.record.history.Observation;
import io.livenessledger.record.history.Observation.Outcome;
import io.livenessledger.record.history.Observation.Signature;
import io.livenessledger.record.history.Observation.Trigger;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An observation as callers read it. */
@Schema(description = "What one fetch established.")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
public record ObservationView(
    @Schema(description = "1, 2, 3 … within the record, without gaps.") int number,
    Outcome outcome,
    @Schema(description = "SUBMITTED: handed in by a caller, not fetched by us.") Trigger trigger,
    @Schema(description = "When the answer reached us; of a submitted one, when it was handed in.")
        Instant fetchedAt,
    Instant storedAt,
    @Schema(description = "The revision it starts or confirms.", nullable = true) Integer revision,
    boolean startsRevision,
    @Schema(description = "Null of a submitted one.", nullable = true) Integer vendorStatus,
    @Schema(
            description = "SHA-256 of the body (RFC 9530); null when it was over the size limit.",
            examples = "sha-256=:4REjxQ4yrqUVicfSKYNO/cF9zNj5ANbzgDZt3/h3Qxo=:",
            nullable = true)
        String bodyDigest,
    @Schema(description = "Bytes.", nullable = true) Integer bodySize,
    @Schema(nullable = true) String contentType,
    @Schema(nullable = true) Signature signature,
    @Schema(description = "Id of the request that caused it.") String requestId,
    @Schema(description = "Who asked for it.") String caller) {

  public static ObservationView of(Observation observation) {
    Digest digest = observation.bodyDigest();
    return new ObservationView(
        observation.number(),
        observation.outcome(),
        observation.trigger(),
        observation.fetchedAt(),
        observation.storedAt(),
        observation.revision(),
        observation.startsRevision(),
        observation.vendorStatus(),
        digest == null ? null : digest.reprDigest(),
        observation.bodySize(),
        observation.contentType(),
        observation.signature(),
        observation.requestId(),
        observation.caller());
  }
}
