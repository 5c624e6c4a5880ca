package io.livenessledger.security;

import io.quarkus.security.credential.CertificateCredential;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What tokens and certificates say of who brings them. */
final class Credentials {
  private Credentials() {}

  static String subject(SecurityIdentity identity) {
    // Not the principal's name, which a setting can turn into an e-mail address
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      // PostgreSQL stores every character but this one, and nobody must be left out of the audit
      return token.getSubject().replace('\0', '\uFFFD');
    }
    CertificateCredential certificate = identity.getCredential(CertificateCredential.class);
    return certificate == null
        ? identity.getPrincipal().getName()
        : certificate.getCertificate().getSubjectX500Principal().getName();
  }

  /** Null where nobody stands for the name but ourselves. */
  static String issuer(SecurityIdentity identity) {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      return token.getIssuer();
    }
    CertificateCredential certificate = identity.getCredential(CertificateCredential.class);
    return certificate == null
        ? null
        : certificate.getCertificate().getIssuerX500Principal().getName();
  }

  /** The application that a token was issued to (OpenID Connect {@code azp}, RFC 9068). */
  static String clientId(SecurityIdentity identity) {
    if (identity.getPrincipal() instanceof JsonWebToken token) {
      Object party = token.getClaim("azp");
      Object client = party == null ? token.getClaim("client_id") : party;
      return client == null ? null : client.toString();
    }
    return null;
  }
}
