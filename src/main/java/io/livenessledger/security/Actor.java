package io.livenessledger.security;

import java.util.SortedSet;

/**
 * Who calls, as the access audit names them.
 *
 * @param subject the name at the issuer; for a certificate its subject
 * @param issuer who says so: a token's issuer, a certificate's; null for users of our own
 * @param clientId the application that a token was issued to; null when nobody says
 * @param roles those of {@link Roles} that the caller has
 */
public record Actor(String subject, String issuer, String clientId, SortedSet<String> roles) {}
