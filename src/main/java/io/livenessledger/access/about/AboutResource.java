package io.livenessledger.access.about;

import io.livenessledger.access.about.AboutView.Audit;
import io.livenessledger.access.about.AboutView.Guard;
import io.livenessledger.access.about.AboutView.Ledger;
import io.livenessledger.access.about.Facts.Found;
import io.livenessledger.access.write.AccessConfig;
import io.livenessledger.ledger.check.Check;
import io.livenessledger.ledger.check.Checks;
import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.ledger.log.Published;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.merkle.note.NoteVerifier;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What every audit asks first. */
@Path("/v1/audit/about")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDITOR)
@Tag(name = "Access")
public class AboutResource {
  private final Facts facts;
  private final Published published;
  private final Checks checks;
  private final SigningKeys keys;
  private final AccessConfig config;
  private final Clock clock;

  AboutResource(
      Facts facts,
      Published published,
      Checks checks,
      SigningKeys keys,
      AccessConfig config,
      Clock clock) {
    this.facts = facts;
    this.published = published;
    this.checks = checks;
    this.keys = keys;
    this.config = config;
    this.clock = clock;
  }

  @GET
  @Audited(Action.READ_ABOUT)
  @Operation(
      operationId = "readAbout",
      summary = "Answer the standing questions of an audit",
      description =
          "From live facts: where data is stored, who may do what, how the append-only tables are"
              + " guarded in the catalog now, how the log and the audit stand.",
      extensions = @Extension(name = "x-problems", value = "store-unavailable"))
  @APIResponse(
      responseCode = "200",
      description = "The answers.",
      content =
          @Content(
              schema = @Schema(implementation = AboutView.class),
              examples = @ExampleObject(name = "guarded", ref = "about")))
  public Uni<AboutView> about() {
    return facts
        .now()
        .chain(
            found ->
                published
                    .checkpoint()
                    .chain(
                        checkpoint -> checks.last().map(check -> view(found, checkpoint, check))));
  }

  private AboutView view(Found found, LoggedCheckpoint checkpoint, Check check) {
    return new AboutView(
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        found.database(),
        found.clockOffset().toMillis(),
        Roles.MEANINGS,
        found.guards(),
        found.guards().stream().allMatch(Guard::guarded),
        "NEVER_ERASED",
        new Audit(config.purpose(), config.purposes().orElse(List.of()), found.failedWrites()),
        ledger(checkpoint, check));
  }

  private Ledger ledger(LoggedCheckpoint checkpoint, Check check) {
    return new Ledger(
        keys.origin(),
        keys.verifiers().stream().map(NoteVerifier::keyIdHex).toList(),
        checkpoint == null ? 0 : checkpoint.size(),
        checkpoint == null ? null : checkpoint.root().base64(),
        checkpoint == null ? null : checkpoint.publishedAt(),
        check == null ? null : check.state(),
        check == null ? null : check.finishedAt(),
        check == null ? null : check.findingsTotal());
  }
}
