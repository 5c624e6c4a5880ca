package io.livenessledger.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who brought a bearer token in the last seconds: a caller's next requests bring the same one, and
 * checking its signature again costs more than the answer. What was refused is not kept, nor a
 * token that binds its bearer to a key (RFC 7800), which has to be checked with each request. A
 * token is good for no moment longer than it says, and those of one signing key are kept at a time:
 * when another one comes into use, the issuer may have withdrawn the first.
 */
@ApplicationScoped
// Caffeine looks its classes up by what a cache is to do: this one has a weight and an age
@RegisterForReflection(
    classNames = {
      "com.github.benmanes.caffeine.cache.SSMWW",
      "com.github.benmanes.caffeine.cache.PSWMW"
    })
class VerifiedTokens implements HttpAuthenticationMechanism, SecurityIdentityAugmentor {
  private static final String BEARER = "Bearer ";

  /** As long as a withdrawn key may still serve while none takes its place. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  /** Characters of all tokens: some ten thousand of the usual ones. */
  private static final long MOST = 16L << 20;

  private final Cache<String, SecurityIdentity> verified =
      Caffeine.newBuilder()
          .expireAfterWrite(KEPT)
          .maximumWeight(MOST)
          .<String, SecurityIdentity>weigher((token, identity) -> token.length())
          .build();

  private final Clock clock;
  private final int priority;

  /** The head of the tokens that are kept: it names the key. */
  private volatile String head = "";

  VerifiedTokens(Clock clock, @ConfigProperty(name = "quarkus.oidc.priority") int oidc) {
    this.clock = clock;
    this.priority = oidc + 1;
  }

  /** Null for a token that is not known, and for other credentials: the next mechanism decides. */
  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager all) {
    List<String> given = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    String token =
        given.size() == 1 && given.get(0).startsWith(BEARER)
            ? given.get(0).substring(BEARER.length())
            : "";
    return Uni.createFrom().item(known(token));
  }

  /** Who brings this token; null where that has to be verified. */
  SecurityIdentity known(String token) {
    SecurityIdentity identity = verified.getIfPresent(token);
    return identity != null && isGood(identity.getPrincipal()) ? identity : null;
  }

  private boolean isGood(Object principal) {
    return principal instanceof JsonWebToken token
        && token.getExpirationTime() > clock.instant().getEpochSecond()
        && token.getClaim("cnf") == null;
  }

  /** Called with what a token's verification found. */
  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
    if (token != null && isGood(identity.getPrincipal())) {
      keep(token.getToken(), withoutRequest(identity));
    }
    return Uni.createFrom().item(identity);
  }

  private void keep(String token, SecurityIdentity identity) {
    String its = token.substring(0, token.indexOf('.') + 1);
    if (!its.equals(head)) {
      head = its;
      verified.invalidateAll();
    }
    verified.put(token, identity);
  }

  /** The attributes hold the request that brought the token. */
  private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(identity.getPrincipal())
        .addRoles(identity.getRoles())
        .addCredentials(identity.getCredentials())
        .build();
  }

  /** After all others: with the roles that they add. */
  @Override
  public int priority() {
    return Integer.MIN_VALUE;
  }

  /** Just before the mechanism that verifies. */
  @Override
  public int getPriority() {
    return priority;
  }

  /** None: that is for the mechanism that verifies to say. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().nullItem();
  }
}
