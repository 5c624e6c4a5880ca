package io.livenessledger.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.TreeSet;

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

  /** Who it is, with all that the identity provider says of it. */
  public Actor actor() {
    return actorOf(identity);
  }

  /** The same for an identity that was asked for elsewhere; null for nobody. */
  public static Actor actorOf(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      return null;
    }
    TreeSet<String> roles = new TreeSet<>(identity.getRoles());
    roles.retainAll(Roles.ALL);
    return new Actor(identity.getPrincipal().getName(), null, null, roles);
  }

  /** Whether the caller may see addresses of document photos. */
  public boolean mayViewImages() {
    return identity.hasRole(Roles.IMAGE_VIEWER);
  }
}
