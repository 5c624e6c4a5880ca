package io.livenessledger.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Gives the role of viewer to everyone whose role includes it. */
@ApplicationScoped
class ViewingRoles implements SecurityIdentityAugmentor {
  private static final Set<String> MAY_VIEW = Set.of(Roles.OPERATOR, Roles.AUDITOR, Roles.STEWARD);

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    boolean mayView = identity.getRoles().stream().anyMatch(MAY_VIEW::contains);
    return Uni.createFrom().item(mayView ? withViewer(identity) : identity);
  }

  private static SecurityIdentity withViewer(SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder(identity).addRole(Roles.VIEWER).build();
  }
}
