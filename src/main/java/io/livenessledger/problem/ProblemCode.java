package io.livenessledger.problem;

import java.util.Locale;

/** The error table of the HTTP contract: wire code, status and title of every problem. */
public enum ProblemCode {
  INVALID_PARAMETER(400, "A parameter or the request body is invalid"),
  INVALID_RECORD_ID(400, "Not a record id"),
  INVALID_PAGE_TOKEN(400, "The page token does not belong to this list"),
  PURPOSE_REQUIRED(400, "A purpose is required"),
  UNAUTHENTICATED(401, "Authentication is required"),
  FORBIDDEN(403, "The caller's roles do not allow this"),
  RECORD_NOT_FOUND(404, "The record was never stored"),
  VENDOR_RECORD_NOT_FOUND(404, "Neither the vendor nor the store knows the record"),
  OBSERVATION_NOT_FOUND(404, "The record has no such observation"),
  NOT_FOUND(404, "No such address"),
  METHOD_NOT_ALLOWED(405, "The address does not support this method"),
  NOT_ACCEPTABLE(406, "The address cannot answer in an accepted media type"),
  CONFLICT(409, "The request conflicts with the stored state"),
  RECORD_ON_HOLD(409, "The record is on hold"),
  BODY_TOO_LARGE(413, "The request body is too large"),
  URI_TOO_LONG(414, "The request URI is too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "The request body's media type is not supported"),
  IDEMPOTENCY_KEY_REUSED(422, "The idempotency key belongs to another request"),
  HEADERS_TOO_LARGE(431, "The request's headers are too many or too large"),
  INTERNAL(500, "Internal error"),
  INTEGRITY_VIOLATION(502, "What is stored is not what was committed to"),
  VENDOR_TOKEN_REJECTED(502, "The vendor rejected our token"),
  VENDOR_REJECTED(502, "The vendor rejected the request"),
  VENDOR_ANSWER_UNREADABLE(502, "The vendor's answer is not the record asked for"),
  VENDOR_UNAVAILABLE(503, "The vendor is unavailable"),
  VENDOR_RATE_LIMITED(503, "The vendor limits our rate"),
  VENDOR_NOT_CONFIGURED(503, "The vendor is not configured"),
  STORE_UNAVAILABLE(503, "The store is unavailable"),
  AUDIT_UNAVAILABLE(503, "The access audit is unavailable"),
  VENDOR_TIMEOUT(504, "The vendor did not answer in time");

  private static final String TYPE_PREFIX = "https://livenessledger.io/problems/";

  private final int status;
  private final String title;
  private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** The wire code, such as {@code record-not-found}. */
  public String code() {
    return code;
  }

  /** The HTTP status that always goes with this code. */
  public int status() {
    return status;
  }

  /** One line for people that does not change from occurrence to occurrence. */
  public String title() {
    return title;
  }

  /** The problem type's URI (RFC 9457 §3.1.1). */
  public String type() {
    return TYPE_PREFIX + code;
  }

  /** Whether the vendor, and neither the caller nor the store, is the reason. */
  public boolean blamesVendor() {
    return status >= 502 && code.startsWith("vendor-");
  }
}
