package io.livenessledger.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** TLS for the program under test, which trusts the certificates of three callers. */
public class CertificatesResource implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    try {
      return configuration(Certificates.create());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> configuration(Certificates made) throws IOException {
    Path server = made.keyStore("server", "localhost");
    Path viewer = made.keyStore("viewer", "onboarding");
    Path auditor = made.keyStore("auditor", "audit firm");
    Path unknown = made.keyStore("unknown", "nobody in particular");
    made.keyStore("stranger", "onboarding");
    made.trustStore("trusted-by-callers", server);
    Path roles =
        made.file("roles.properties", "onboarding=viewer\naudit\\ firm=auditor,image-viewer\n");
    return Map.of(
        "quarkus.http.tls-configuration-name",
        "callers",
        "quarkus.tls.callers.key-store.p12.path",
        server.toString(),
        "quarkus.tls.callers.key-store.p12.password",
        Certificates.PASSWORD,
        "quarkus.tls.callers.trust-store.p12.path",
        made.trustStore("trusted", viewer, auditor, unknown).toString(),
        "quarkus.tls.callers.trust-store.p12.password",
        Certificates.PASSWORD,
        "quarkus.http.test-ssl-port",
        "0",
        "quarkus.http.auth.certificate-role-properties",
        roles.toString());
  }

  @Override
  public void stop() {
    // The directory is under the temporary files of the machine
  }
}
