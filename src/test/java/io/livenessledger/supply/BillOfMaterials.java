package io.livenessledger.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the packaged program is made of, as the build's CycloneDX document says. */
record BillOfMaterials(List<Component> components) {
  static final Path FILE = Path.of("target", "bill-of-materials.cdx.json");

  /** Brotli's, of which Maven takes that of the platform that builds. */
  private static final Pattern OF_ONE_PLATFORM = Pattern.compile(":native-(?:linux|osx|windows)-");

  /**
   * One library.
   *
   * @param licences SPDX identifiers, or names where SPDX has none; its users choose one of them
   * @param digest SHA-256 of its archive in hexadecimal
   */
  record Component(String name, String version, TreeSet<String> licences, String digest) {
    String row() {
      return "| `" + name + "` | " + version + " | " + String.join(", ", licences) + " |";
    }
  }

  static BillOfMaterials read() throws IOException {
    JsonNode document = new ObjectMapper().readTree(FILE.toFile());
    List<Component> components = new ArrayList<>();
    for (JsonNode component : document.path("components")) {
      components.add(component(component));
    }
    components.sort(Comparator.comparing(Component::name).thenComparing(Component::version));
    return new BillOfMaterials(components);
  }

  private static Component component(JsonNode component) {
    TreeSet<String> licences = new TreeSet<>();
    for (JsonNode licence : component.path("licenses")) {
      JsonNode named = licence.path("license");
      licences.add(named.path("id").asText(named.path("name").asText("unnamed")));
    }
    return new Component(
        component.path("group").asText() + ":" + component.path("name").asText(),
        component.path("version").asText(),
        licences,
        digest(component));
  }

  private static String digest(JsonNode component) {
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        return hash.path("content").asText();
      }
    }
    return "";
  }

  /** The rows of the table in docs/DEPENDENCIES.md. */
  String rows() {
    return components.stream()
        .filter(component -> !OF_ONE_PLATFORM.matcher(component.name()).find())
        .map(Component::row)
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
