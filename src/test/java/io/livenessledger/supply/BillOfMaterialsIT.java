package io.livenessledger.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.livenessledger.supply.BillOfMaterials.Component;
import io.livenessledger.testkit.Packaged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The bill of materials is that of the packaged program, and each part comes under a licence that
 * we have accepted. After a change of dependencies, {@code ./mvnw verify -Dtest=PackageTableTest
 * -Dit.test=BillOfMaterialsIT -Ddependencies.write=true} writes the table in docs/DEPENDENCIES.md
 * anew.
 */
class BillOfMaterialsIT {
  private static final Path LIBRARIES = Path.of("target", "quarkus-app", "lib");
  private static final Path DOCUMENT = Path.of("docs", "DEPENDENCIES.md");
  private static final String BEGIN = "| library | version | licences |\n|---|---|---|\n";

  /** Quarkus takes out of it what its own extension does instead, so that its digest is another. */
  private static final String THINNED = "main/io.opentelemetry.opentelemetry-exporter-otlp-";

  /** Of which one is enough: each lets us give the program to others, and asks for a notice. */
  private static final Set<String> ACCEPTED =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "CC0-1.0",
          "EPL-2.0",
          "MIT",
          "MIT-0",
          "Public Domain");

  @Test
  void everyArchiveOfTheProgramIsListedWithItsDigest() throws Exception {
    assumeTrue(Packaged.executable().isEmpty(), "Skipped: a native executable has no archives");
    Set<String> listed =
        BillOfMaterials.read().components().stream()
            .map(Component::digest)
            .collect(Collectors.toSet());
    Map<String, String> shipped = new TreeMap<>(Archives.digests(LIBRARIES));

    assertFalse(shipped.isEmpty());
    shipped.keySet().removeIf(archive -> archive.startsWith(THINNED));
    shipped.values().removeAll(listed);
    assertEquals(Map.of(), shipped);
  }

  @Test
  void everyLibraryOffersALicenceThatWeHaveAccepted() throws IOException {
    List<String> others =
        BillOfMaterials.read().components().stream()
            .filter(component -> Collections.disjoint(component.licences(), ACCEPTED))
            .map(Component::row)
            .toList();

    assertEquals(List.of(), others);
  }

  @Test
  void theDocumentListsThem() throws IOException {
    String document = Files.readString(DOCUMENT);
    int begin = document.indexOf(BEGIN) + BEGIN.length();
    String rows = BillOfMaterials.read().rows() + "\n";
    if (Boolean.getBoolean("dependencies.write")) {
      document = document.substring(0, begin) + rows;
      Files.writeString(DOCUMENT, document);
    }

    assertEquals(rows, document.substring(begin), DOCUMENT + " has drifted");
    assertEquals(
        new TreeSet<>(ACCEPTED),
        new TreeSet<>(
            List.of(document.split("accepted: ", 2)[1].split("\\.\\R", 2)[0].split(", "))));
  }
}
