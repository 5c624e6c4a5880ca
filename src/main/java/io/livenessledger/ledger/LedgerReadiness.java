package io.livenessledger.ledger;

import io.livenessledger.ledger.check.Check;
import io.livenessledger.ledger.check.Checks;
import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.ledger.log.Standing;
import io.livenessledger.merkle.note.NoteVerifier;
import io.livenessledger.problem.Problem;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the log can go on. A check that found something is told here and is no reason to take
 * the service away: what it holds is still needed, most of all by those who look into the finding.
 */
@Readiness
@ApplicationScoped
class LedgerReadiness implements AsyncHealthCheck {
  private final SigningKeys keys;
  private final Standing standing;
  private final Checks checks;

  LedgerReadiness(SigningKeys keys, Standing standing, Checks checks) {
    this.keys = keys;
    this.standing = standing;
    this.checks = checks;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return standing
        .now()
        .chain(now -> checks.last().map(last -> response(now, last)))
        .onFailure()
        .recoverWithItem(failure -> named().down().withData("reason", reason(failure)).build());
  }

  private static String reason(Throwable failure) {
    return failure instanceof Problem
        ? "The database cannot be asked"
        : "The last checkpoint or check cannot be read as one";
  }

  private HealthCheckResponse response(Standing.State now, Check last) {
    LoggedCheckpoint published = now.published();
    Optional<String> objection =
        published == null ? Optional.empty() : keys.objectionTo(published.note());
    HealthCheckResponseBuilder response =
        named()
            .status(objection.isEmpty())
            .withData("origin", keys.origin())
            .withData("keys", keyIds())
            .withData("size", published == null ? 0 : published.size())
            .withData("pending", now.pending())
            .withData("lagSeconds", now.lag().toString());
    objection.ifPresent(why -> response.withData("reason", why + "; nothing is published"));
    if (last != null) {
      response
          .withData("lastCheck", last.state().name())
          .withData("lastCheckAt", last.finishedAt().toString())
          .withData("lastCheckFindings", last.findingsTotal());
    }
    return response.build();
  }

  private String keyIds() {
    return keys.verifiers().stream().map(NoteVerifier::keyIdHex).collect(Collectors.joining(" "));
  }

  private static HealthCheckResponseBuilder named() {
    return HealthCheckResponse.named("ledger");
  }
}
