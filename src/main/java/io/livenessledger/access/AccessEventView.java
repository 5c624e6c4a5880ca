package io.livenessledger.access;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.livenessledger.access.event.AccessEvent.Outcome;
import io.livenessledger.access.query.LoggedEvent;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.livenessledger.security.Action;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An access event as auditors read it: what its statement says, and where its leaf is. */
@Schema(
    name = "AccessEvent",
    description = "Who did what, when, from where, why, and how it ended.")
public record AccessEventView(
    @Schema(description = "Names the event; numbers have gaps.") long number,
    @Schema(
            description = "Index of its leaf; null for the moment until it has one.",
            nullable = true)
        Long leafIndex,
    Instant at,
    Action action,
    Outcome outcome,
    @Schema(description = "Code of the problem that was answered.", nullable = true) String problem,
    @Schema(description = "Null for nobody known.", nullable = true) String subject,
    @Schema(nullable = true) String issuer,
    @Schema(description = "The application that the caller used.", nullable = true) String clientId,
    List<String> roles,
    @Schema(description = "The record asked for, or those that a list showed.")
        List<String> recordIds,
    @Schema(nullable = true) Integer observation,
    @Schema(description = "What a list was asked.", nullable = true) String filter,
    @Schema(description = "Items on the page of a list, lines of an export.", nullable = true)
        Integer resultCount,
    @Schema(description = "SHA-256 of an export's lines (RFC 9530).", nullable = true)
        String resultDigest,
    @Schema(nullable = true) String purpose,
    String sourceAddress,
    @Schema(nullable = true) String userAgent,
    String requestId,
    @Schema(description = "W3C trace context.", nullable = true) String traceId) {

  private static final ObjectReader STATEMENT =
      new ObjectMapper().readerFor(new TypeReference<Said>() {});

  static AccessEventView of(LoggedEvent event) {
    Said said;
    try {
      said = STATEMENT.readValue(event.opening().statement());
    } catch (IOException altered) {
      throw Problem.of(
          ProblemCode.INTEGRITY_VIOLATION,
          "What is stored of event " + event.number() + " is not what was committed to.");
    }
    return new AccessEventView(
        event.number(),
        event.leafIndex(),
        event.at(),
        said.action,
        said.outcome,
        said.problem,
        said.subject,
        said.issuer,
        said.clientId,
        said.roles,
        said.recordIds,
        said.observation,
        said.filter,
        said.resultCount,
        said.resultDigest,
        said.purpose,
        said.sourceAddress,
        said.userAgent,
        said.requestId,
        said.traceId);
  }

  /** The statement's members. */
  // Read by Jackson from what is stored: no endpoint names it
  @RegisterForReflection
  private record Said(
      String kind,
      int v,
      String at,
      Action action,
      Outcome outcome,
      String problem,
      String subject,
      String issuer,
      String clientId,
      List<String> roles,
      List<String> recordIds,
      Integer observation,
      String filter,
      Integer resultCount,
      String resultDigest,
      String purpose,
      String sourceAddress,
      String userAgent,
      String requestId,
      String traceId) {}
}
