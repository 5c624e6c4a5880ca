package io.livenessledger.intake;

import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Content.CheckResult;
import io.livenessledger.record.history.Content.Family;
import io.livenessledger.record.history.Observation.Signature;
import io.livenessledger.verifik.normal.Check;
import io.livenessledger.verifik.normal.NormalisedCheck;
import io.livenessledger.verifik.normal.NormalisedRecord;
import io.livenessledger.verifik.normal.VerifikSignature;

/** From the vendor's words to the record's. */
final class Contents {
  private Contents() {}

  static Content of(NormalisedRecord answer) {
    return new Content(
        answer.contentDigest(),
        answer.family() == null ? null : Family.valueOf(answer.family().name()),
        answer.client(),
        answer.appRegistration(),
        answer.status(),
        answer.live(),
        answer.aggregateProbability(),
        answer.riskScore(),
        answer.confidence(),
        answer.ignoreDocumentCropped(),
        answer.ignoreColourLess(),
        answer.imageSaved(),
        answer.imageUrl(),
        answer.createdAt(),
        answer.updatedAt(),
        answer.completedAt(),
        check(answer, Check.SCREEN_REPLAY),
        check(answer, Check.PRINTED_COPY),
        check(answer, Check.PORTRAIT_SUBSTITUTION),
        check(answer, Check.DIGITAL_MANIPULATION));
  }

  private static CheckResult check(NormalisedRecord answer, Check check) {
    NormalisedCheck said = answer.checks().get(check);
    return said == null
        ? null
        : new CheckResult(
            said.ran(),
            said.passed(),
            said.score(),
            said.probability(),
            said.calibration(),
            said.warnings(),
            said.errors(),
            said.details());
  }

  static Signature of(VerifikSignature signature) {
    return signature == null ? null : new Signature(signature.dateTime(), signature.message());
  }
}
