package io.livenessledger.testkit;

import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.config.SSLConfig;
import io.restassured.specification.RequestSpecification;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

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

  /** Connects by one version of TLS alone; which it then is. */
  public String protocol(URI server, String version) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(trustStore())) {
      trusted.load(in, Certificates.PASSWORD.toCharArray());
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(server.getHost(), server.getPort())) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  private Path trustStore() {
    return serverStore.resolveSibling("trusted-by-callers.p12");
  }

  private SSLConfig sslConfig() {
    return SSLConfig.sslConfig()
        .trustStore(trustStore().toFile(), Certificates.PASSWORD)
        .trustStoreType("PKCS12");
  }

  private static RequestSpecification trusting(SSLConfig config) {
    return RestAssured.given().config(RestAssuredConfig.config().sslConfig(config));
  }
}
