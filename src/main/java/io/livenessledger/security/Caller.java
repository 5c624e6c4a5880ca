package io.livenessledger.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Who is calling. Answers only while an authenticated request is being handled. */
@ApplicationScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The caller's name as the identity provider knows it. */
  public String name() {
    return identity.getPrincipal().getName();
  }

  /** Whether the caller may see addresses of document photos. */
  public boolean mayViewImages() {
    return identity.hasRole(Roles.IMAGE_VIEWER);
  }
}
