package io.livenessledger.testkit;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;

/** Requests over TLS to a program that {@link CertificatesResource} set up. */
public final class TlsCalls {
  private final Path serverStore;

  /** Beside the server's key store lie those of the callers. */
  public TlsCalls(Path serverStore) {
    this.serverStore = serverStore;
  }

  /** With the certificate of {@code viewer}, {@code auditor}, {@code unknown}, {@code stranger}. */
  public RequestSpecification as(String caller) {
    Path store = serverStore.resolveSibling(caller + ".p12");
    return trusting(
        sslConfig().keyStore(store.toFile(), Certificates.PASSWORD).keystoreType("PKCS12"));
  }

  public RequestSpecification withoutCertificate() {
    return trusting(sslConfig());
  }

  private SSLConfig sslConfig() {
    Path trusted = serverStore.resolveSibling("trusted-by-callers.p12");
    return SSLConfig.sslConfig()
        .trustStore(trusted.toFile(), Certificates.PASSWORD)
        .trustStoreType("PKCS12");
  }

  private static RequestSpecification trusting(SSLConfig config) {
    return RestAssured.given().config(RestAssuredConfig.config().sslConfig(config));
  }
}
