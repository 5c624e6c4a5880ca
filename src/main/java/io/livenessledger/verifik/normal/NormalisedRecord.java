package io.livenessledger.verifik.normal;

import io.livenessledger.canonical.Digest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A record as one vendor answer gives it, normalised over both families. A member is null when the
 * answer does not have it, or has it in a wrong type. Decimals are exactly the vendor's. Everything
 * in here can be stored in PostgreSQL: no U+0000, no unpaired surrogate, numbers of bounded
 * precision and scale, instants of the years 1 to 9999 in whole microseconds.
 *
 * @param family null when the answer shows the marks of neither
 * @param client an id, also when the vendor populated it as an object
 * @param appRegistration an id, also when the vendor populated it as an object
 * @param status an open set: new, processing, completed, failed
 * @param live flat: {@code isLive}; nested: true when every check that ran passed, false when any
 *     failed, else null. Never derived from a number
 * @param checks the checks about which the answer says anything, in the order of {@link Check}
 * @param aggregateProbability flat {@code aggregatedScore}: a probability despite its name
 * @param imageUrl leads to a photo of an identity document: a secret. Never empty
 * @param signature null when the answer carries none
 * @param data JSON text of {@code data}, with exact decimals and every member the vendor sent
 * @param contentDigest SHA-256 of the RFC 8785 form of {@code data}; neither {@code signature} nor
 *     the short top-level {@code id} counts
 */
public record NormalisedRecord(
    Family family,
    String client,
    String appRegistration,
    String status,
    Boolean live,
    Map<Check, NormalisedCheck> checks,
    BigDecimal aggregateProbability,
    BigDecimal riskScore,
    BigDecimal confidence,
    Boolean ignoreDocumentCropped,
    Boolean ignoreColourLess,
    Boolean imageSaved,
    String imageUrl,
    Instant createdAt,
    Instant updatedAt,
    Instant completedAt,
    VerifikSignature signature,
    String data,
    Digest contentDigest) {

  public NormalisedRecord {
    Map<Check, NormalisedCheck> copy = new EnumMap<>(Check.class);
    copy.putAll(checks);
    checks = Collections.unmodifiableMap(copy);
  }

  /** Names no content: a record holds personal data. */
  @Override
  public String toString() {
    return "NormalisedRecord[" + family + " " + contentDigest + "]";
  }
}
