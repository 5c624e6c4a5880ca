package io.livenessledger.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who is calling. Answers only while an authenticated request is being handled. */
@ApplicationScoped
public class Caller {
  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** The caller's name as the identity provider knows it: a token's or certificate's subject. */
  public String name() {
    return Credentials.subject(identity);
  }

  /** The vendor's clients whose records the caller may see; empty when it may see all of them. */
  public Optional<Set<String>> clients() {
    return ClientList.of(identity.getPrincipal());
  }

  /** Who an identity is, with all that its provider says of it; null for nobody. */
  public static Actor actorOf(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      return null;
    }
    TreeSet<String> roles = new TreeSet<>(identity.getRoles());
    roles.retainAll(Roles.ALL);
    return new Actor(
        Credentials.subject(identity),
        Credentials.issuer(identity),
        Credentials.clientId(identity),
        roles);
  }

  /** Whether the caller may see addresses of document photos. */
  public boolean mayViewImages() {
    return identity.hasRole(Roles.IMAGE_VIEWER);
  }

  /** Whether the caller may see names and addresses that the vendor filled its records with. */
  public boolean mayViewPersons() {
    return identity.hasRole(Roles.AUDITOR);
  }
}
