package io.livenessledger.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.livenessledger.record.history.Content;
import io.livenessledger.record.history.Content.CheckResult;
import io.livenessledger.record.history.Content.Family;
import io.livenessledger.record.history.Observation.Signature;
import io.livenessledger.record.history.RecordId;
import io.livenessledger.record.state.RecordState.Upstream;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A record as compliance systems read it. What the vendor did not say is null. */
@Schema(description = "A record: the vendor's latest content and how fresh it is.")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
public record RecordView(
    RecordId id,
    @Schema(description = "The vendor's client id.", nullable = true) String client,
    @Schema(description = "The vendor's app registration id.", nullable = true)
        String appRegistration,
    @Schema(description = "An open set: new, processing, completed, failed.", nullable = true)
        String status,
    @Schema(
            description =
                "The vendor's verdict; null when it gave none. Never derived from a number.",
            nullable = true)
        Boolean live,
    Checks checks,
    @Schema(description = "As given; no verdict follows from it.", nullable = true)
        BigDecimal aggregateProbability,
    @Schema(nullable = true) BigDecimal riskScore,
    @Schema(nullable = true) BigDecimal confidence,
    Flags flags,
    Image image,
    Vendor vendor,
    Freshness freshness) {

  /** The four checks; each object is there even when the vendor said nothing about the check. */
  public record Checks(
      Check screenReplay,
      Check printedCopy,
      Check portraitSubstitution,
      Check digitalManipulation) {
    public static Checks of(Content content) {
      return new Checks(
          Check.of(content.screenReplay()),
          Check.of(content.printedCopy()),
          Check.of(content.portraitSubstitution()),
          Check.of(content.digitalManipulation()));
    }
  }

  /** One check. Numbers beside {@code ran: false} mean not run, not zero. */
  public record Check(
      @Schema(nullable = true) Boolean ran,
      @Schema(nullable = true) Boolean passed,
      @Schema(nullable = true) BigDecimal score,
      @Schema(nullable = true) BigDecimal probability,
      @Schema(description = "SOFT, REGULAR or HARD; an open set.", nullable = true)
          String calibration,
      List<String> warnings,
      List<String> errors,
      @Schema(nullable = true) String details) {
    private static final CheckResult NOTHING_SAID =
        new CheckResult(null, null, null, null, null, null, null, null);

    static Check of(CheckResult result) {
      CheckResult said = Objects.requireNonNullElse(result, NOTHING_SAID);
      return new Check(
          said.ran(),
          said.passed(),
          said.score(),
          said.probability(),
          said.calibration(),
          Objects.requireNonNullElse(said.warnings(), List.of()),
          Objects.requireNonNullElse(said.errors(), List.of()),
          said.details());
    }
  }

  /** Validations that the vendor was told to ignore. */
  public record Flags(
      @Schema(nullable = true) Boolean ignoreDocumentCropped,
      @Schema(nullable = true) Boolean ignoreColourLess) {}

  /** The document's photo. */
  public record Image(
      @Schema(nullable = true) Boolean saved,
      @Schema(description = "Only for callers with the role image-viewer, else absent.")
          @JsonInclude(JsonInclude.Include.NON_NULL)
          String url) {}

  /** What the vendor says of its own record. */
  public record Vendor(
      @Schema(nullable = true) Instant createdAt,
      @Schema(nullable = true) Instant updatedAt,
      @Schema(nullable = true) Instant completedAt,
      @Schema(description = "Exactly as received; not cryptographic.", nullable = true)
          Signature signature,
      @Schema(nullable = true) Family family) {
    static Vendor of(Content content, Signature signature) {
      return new Vendor(
          content.createdAt(),
          content.updatedAt(),
          content.completedAt(),
          signature,
          content.family());
    }
  }

  /** How far the view can be relied on as the vendor's present answer. */
  public record Freshness(
      State state,
      @Schema(description = "The observation that established this state.") int observation,
      Instant observedAt,
      Instant storedAt,
      @Schema(description = "Seconds since observedAt.") long ageSeconds,
      int revision,
      @Schema(description = "Whether the vendor still had the record when last asked.")
          Upstream upstream) {

    /**
     * STALE: not fetched by us, longer ago than configured, or the vendor just failed to confirm.
     */
    public enum State {
      FRESH,
      STALE
    }
  }
}
