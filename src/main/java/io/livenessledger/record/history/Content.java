package io.livenessledger.record.history;

import io.livenessledger.canonical.Digest;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What the vendor's {@code data} says, normalised over both families. A member that the answer does
 * not have is null. Decimals are exactly the vendor's, scale included.
 *
 * @param digest SHA-256 of the RFC 8785 canonical form of {@code data}: two contents are the same
 *     exactly when their digests are
 * @param family null when the answer shows the marks of neither
 * @param live the vendor's verdict, never derived from a number
 * @param imageUrl leads to a photo of an identity document: a secret
 * @param screenReplay null, like the other checks, when the answer says nothing about it
 */
@Embeddable
public record Content(
    @Column(name = "content_digest") Digest digest,
    @Enumerated(EnumType.STRING) Family family,
    String client,
    @Column(name = "app_registration") String appRegistration,
    String status,
    Boolean live,
    @Column(name = "aggregate_probability") BigDecimal aggregateProbability,
    @Column(name = "risk_score") BigDecimal riskScore,
    BigDecimal confidence,
    @Column(name = "ignore_document_cropped") Boolean ignoreDocumentCropped,
    @Column(name = "ignore_colour_less") Boolean ignoreColourLess,
    @Column(name = "image_saved") Boolean imageSaved,
    @Column(name = "image_url") String imageUrl,
    @Column(name = "created_at") Instant createdAt,
    @Column(name = "updated_at") Instant updatedAt,
    @Column(name = "completed_at") Instant completedAt,
    @Embedded @EmbeddedColumnNaming("screen_replay_%s") CheckResult screenReplay,
    @Embedded @EmbeddedColumnNaming("printed_copy_%s") CheckResult printedCopy,
    @Embedded @EmbeddedColumnNaming("portrait_substitution_%s") CheckResult portraitSubstitution,
    @Embedded @EmbeddedColumnNaming("digital_manipulation_%s") CheckResult digitalManipulation) {

  /**
   * The result of one of the four checks. A member that the vendor's answer does not have is null.
   *
   * @param ran false: the numbers beside it mean <em>not run</em>, not zero
   * @param score as given; outside 0..1 and negative are normal
   * @param probability as given; no verdict may be derived from it
   * @param calibration {@code SOFT}, {@code REGULAR}, {@code HARD}; an open set
   * @param warnings an open set
   * @param errors an open set
   */
  @Embeddable
  public record CheckResult(
      Boolean ran,
      Boolean passed,
      BigDecimal score,
      BigDecimal probability,
      String calibration,
      @JdbcTypeCode(SqlTypes.ARRAY) List<String> warnings,
      @JdbcTypeCode(SqlTypes.ARRAY) List<String> errors,
      String details) {}

  /** The shapes in which the vendor answers. */
  public enum Family {
    NESTED,
    FLAT
  }

  /** Names no content: a content holds personal data. */
  @Override
  public String toString() {
    return "Content[" + digest + "]";
  }
}
