package io.livenessledger.backfill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.backfill.job.Order;
import io.livenessledger.backfill.job.Order.Scope;
import io.livenessledger.paging.Names;
import io.livenessledger.problem.ParameterError;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body that orders a backfill; all members may be left out. */
@Schema(name = "BackfillOrder")
// Read by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
record OrderBody(
    @Schema(
            description =
                "MISSING: records that we do not hold. OLDER: those, and those whose latest fetch is"
                    + " older than olderThan. ALL: every listed record.",
            defaultValue = "MISSING")
        Scope scope,
    @Schema(description = "Of scope OLDER: an ISO 8601 duration, such as P90D.", nullable = true)
        String olderThan,
    @Schema(
            description = "Only records of this status at the vendor; flat records have none.",
            nullable = true)
        String status,
    @Schema(
            description = "Fetch also what we hold and the list does not name.",
            defaultValue = "false")
        boolean fetchUnlisted,
    @Schema(
            description = "Read the list once, fetch nothing, and say what it would take.",
            defaultValue = "false")
        boolean dryRun) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MEMBERS =
      Set.of("scope", "olderThan", "status", "fetchUnlisted", "dryRun");
  private static final Duration LONGEST = Duration.ofDays(36500);
  private static final int LONGEST_STATUS = 256;

  /**
   * Reads an order.
   *
   * @param body JSON, or nothing for an order with all defaults
   * @param type of the body; null when none is declared
   * @throws Problem {@code invalid-parameter} that names what is wrong, {@code
   *     unsupported-media-type}
   */
  static OrderBody read(byte[] body, MediaType type) {
    JsonNode order = body.length == 0 ? JSON.createObjectNode() : json(body, type);
    if (!order.isObject()) {
      throw Problem.invalidParameter("body", "must be a JSON object");
    }
    Set<String> unknown = new TreeSet<>();
    order.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(MEMBERS);
    if (!unknown.isEmpty()) {
      throw Problem.of(ProblemCode.INVALID_PARAMETER, "The order has members that no order has.")
          .withErrors(List.of(new ParameterError("body", "may have " + new TreeSet<>(MEMBERS))));
    }
    String scope = text(order, "scope");
    return new OrderBody(
        scope == null ? Scope.MISSING : Names.oneOf("scope", Scope.values(), scope),
        text(order, "olderThan"),
        text(order, "status"),
        flag(order, "fetchUnlisted"),
        flag(order, "dryRun"));
  }

  private static JsonNode json(byte[] body, MediaType type) {
    if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
      throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "An order is application/json.");
    }
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      throw Problem.invalidParameter("body", "must be JSON");
    }
  }

  private static String text(JsonNode order, String name) {
    JsonNode value = order.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw Problem.invalidParameter(name, "must be a string");
    }
    return value.textValue();
  }

  private static boolean flag(JsonNode order, String name) {
    JsonNode value = order.path(name);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw Problem.invalidParameter(name, "must be true or false");
    }
    return value.asBoolean();
  }

  /**
   * The order.
   *
   * @param now from which ages are counted
   * @throws Problem {@code invalid-parameter}
   */
  Order at(Instant now) {
    if ((scope == Scope.OLDER) != (olderThan != null)) {
      throw Problem.invalidParameter("olderThan", "belongs to the scope OLDER, which needs it");
    }
    if (status != null && (status.length() > LONGEST_STATUS || status.indexOf('\0') >= 0)) {
      throw Problem.invalidParameter(
          "status", "must have at most " + LONGEST_STATUS + " characters");
    }
    if (fetchUnlisted && status != null) {
      throw Problem.invalidParameter(
          "fetchUnlisted", "goes without status: a list of one status does not name all records");
    }
    Instant before = olderThan == null ? null : now.minus(age());
    return new Order(scope, before, status, fetchUnlisted, dryRun);
  }

  private Duration age() {
    try {
      Duration age = Duration.parse(olderThan);
      if (!age.isNegative() && age.compareTo(LONGEST) <= 0) {
        return age;
      }
    } catch (DateTimeException notADuration) {
      // Refused below
    }
    throw Problem.invalidParameter(
        "olderThan", "must be an ISO 8601 duration, 0 or more, such as P90D");
  }
}
