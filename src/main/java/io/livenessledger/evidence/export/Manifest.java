package io.livenessledger.evidence.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What makes an export complete: without it some of it is missing.
 *
 * @param filters the query as sent, without what it was gone on with
 * @param clients the vendor's clients to whom its maker is limited, beside the filters; absent for
 *     none
 * @param asOf the instant whose knowledge the records are
 * @param firstLeaf the smallest index of the leaves of the observations that established the states
 * @param lastLeaf the largest
 * @param withoutLeaf records whose observation has no leaf yet: the sequencer is behind
 * @param checkpoint the signed checkpoint, which covers these leaves
 * @param sha256 of all bytes before, from the first line on and as they are without compression, in
 *     hexadecimal
 */
@Schema(description = "The last line of an export; of CSV, the trailer Export-Manifest.")
record Manifest(
    long count,
    Map<String, List<String>> filters,
    @JsonInclude(JsonInclude.Include.NON_NULL) Set<String> clients,
    Instant asOf,
    @Schema(nullable = true) Long firstLeaf,
    @Schema(nullable = true) Long lastLeaf,
    long withoutLeaf,
    @Schema(nullable = true) String checkpoint,
    String sha256,
    @JsonInclude(JsonInclude.Include.NON_NULL) Sample sample) {

  /**
   * How the records were picked.
   *
   * @param of how many there are to pick from
   */
  record Sample(int size, String seed, long of) {}

  /** The last line. */
  // Written by Jackson, with all its parts, as a line of a stream, whose type says nothing of it
  @RegisterForReflection(registerFullHierarchy = true)
  record Line(Manifest manifest) {}
}
