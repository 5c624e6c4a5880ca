package io.livenessledger;

import static io.livenessledger.testkit.Api.RECORDS;
import static io.livenessledger.testkit.Api.as;
import static io.livenessledger.testkit.Api.read;
import static io.livenessledger.testkit.Api.refresh;
import static io.livenessledger.testkit.Api.submit;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Bodies;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Vendor;
import io.livenessledger.testkit.VendorResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs through the features at debug level and greps the log for what must never be there. */
@LedgerTest
@TestProfile(PrivacyTest.Verbose.class)
class PrivacyTest {
  private static final Path LOG = Path.of("target", "privacy-test.log");

  private final Vendor vendor = new Vendor();

  @Test
  void noTokenNoImageAddressAndNoPersonReachTheLog() throws IOException {
    String id = Bodies.freshId();
    vendor.answers(
        id,
        Vendor.ok(Bodies.of("nested", id)),
        Vendor.ok(Bodies.of("flat-populated", id)),
        Vendor.ok(Bodies.of("nested", "another")),
        Vendor.ok(Bodies.of("nested", id).replace("}", "")),
        Vendor.status(500, Bodies.of("nested", id)),
        Vendor.status(401, Bodies.of("nested", id)));
    for (int i = 0; i < 6; i++) {
      refresh(id);
    }
    submit(id, Bodies.of("nested-processing-populated", id));
    submit(id, Bodies.of("nested", "another"));
    read(id, "");
    as("auditor").get(RECORDS + "/" + id);
    as("auditor").get(RECORDS + "/" + id + "/observations/1/body");

    String log = Files.readString(LOG);

    assertTrue(log.contains("vendor-token-rejected"), "the log is there");
    assertTrue(log.contains("DEBUG"), "and verbose");
    for (String secret :
        List.of(
            VendorResource.TOKEN,
            "cdn.verifik",
            "Ejemplo Ficticio",
            "nobody@example.com",
            "Persona Inventada",
            "operator:operator",
            "b3BlcmF0b3I6b3BlcmF0b3I=")) {
      assertFalse(log.contains(secret), secret);
    }
  }

  /** Everything that can be logged at debug level, in a file of its own. */
  public static class Verbose implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.log.level", "DEBUG",
          // The test's own HTTP client
          "quarkus.log.category.\"org.apache.http\".level", "INFO",
          "quarkus.log.console.enabled", "false",
          "quarkus.log.file.enabled", "true",
          "quarkus.log.file.path", LOG.toString());
    }
  }
}
