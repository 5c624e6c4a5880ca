package io.livenessledger.access;

import io.livenessledger.access.event.AccessEvent.Outcome;
import io.livenessledger.access.query.AccessEvents;
import io.livenessledger.access.query.EventFilter;
import io.livenessledger.access.query.LoggedEvent;
import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.paging.PageTokens;
import io.livenessledger.security.Action;
import io.livenessledger.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Tells a data subject who looked, without naming anybody. */
@ApplicationScoped
public class AccessReports {
  /** What an accessor is first of all. */
  private static final List<String> CATEGORIES =
      List.of(Roles.AUDITOR, Roles.STEWARD, Roles.OPERATOR, Roles.VIEWER);

  private final AccessEvents events;
  private final PageTokens tokens;

  AccessReports(AccessEvents events, PageTokens tokens) {
    this.events = events;
    this.tokens = tokens;
  }

  /** One access. */
  @Schema(description = "One access to the record.")
  public record AccessEntry(
      Instant at,
      Action action,
      @Schema(description = "What the accessor said it was for.", nullable = true) String purpose,
      @Schema(description = "AUDITOR, STEWARD, OPERATOR, VIEWER or OTHER.") String category) {

    private static AccessEntry of(AccessEventView event) {
      String category =
          CATEGORIES.stream().filter(event.roles()::contains).findFirst().orElse("other");
      return new AccessEntry(
          event.at(), event.action(), event.purpose(), category.toUpperCase(Locale.ROOT));
    }
  }

  /** The accesses that were allowed, newest first. */
  public Uni<Page<AccessEntry>> about(String recordId, PageParameters parameters) {
    int size = parameters.size();
    String list = "access-report/" + recordId;
    long before = tokens.beforeLong(list, parameters.token());
    return events
        .find(EventFilter.of(recordId, Outcome.ALLOWED), before, size + 1)
        .map(found -> tokens.numbered(list, found, size, LoggedEvent::number))
        .map(page -> page.map(AccessEventView::of).map(AccessEntry::of));
  }
}
