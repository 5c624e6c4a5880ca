package io.livenessledger.ledger;

import io.livenessledger.ledger.log.LogConfig;
import io.livenessledger.security.Roles;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may read the log: everybody, or auditors alone when it is closed. */
@ApplicationScoped
class LogReaders {
  private final LogConfig config;
  private final CurrentIdentityAssociation association;

  LogReaders(LogConfig config, CurrentIdentityAssociation association) {
    this.config = config;
    this.association = association;
  }

  /** Fails as any endpoint of auditors does unless the caller may. */
  Uni<Void> admitted() {
    return config.open()
        ? Uni.createFrom().voidItem()
        : association.getDeferredIdentity().invoke(LogReaders::requireAuditor).replaceWithVoid();
  }

  /** Who may keep a copy on the way: {@code public} or {@code private}. */
  String cacheability() {
    return config.open() ? "public" : "private";
  }

  private static void requireAuditor(SecurityIdentity caller) {
    if (caller.isAnonymous()) {
      throw new UnauthorizedException();
    }
    if (!caller.hasRole(Roles.AUDITOR)) {
      throw new ForbiddenException();
    }
  }
}
