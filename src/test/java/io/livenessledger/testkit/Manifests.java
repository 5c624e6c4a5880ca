package io.livenessledger.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kubernetes manifests as Kubernetes' own types, which are taken at their word. */
public final class Manifests {
  private static final Map<String, Class<? extends HasMetadata>> TYPES =
      Stream.of(
              ConfigMap.class,
              Deployment.class,
              Job.class,
              NetworkPolicy.class,
              PodDisruptionBudget.class,
              Service.class,
              ServiceAccount.class)
          .collect(
              Collectors.toMap(
                  type -> HasMetadata.getApiVersion(type) + "/" + HasMetadata.getKind(type),
                  type -> type));

  /** The types would keep what they do not know for later versions; a typing error is kept too. */
  private static final ObjectMapper STRICT =
      new ObjectMapper(new YAMLFactory())
          .setAnnotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated setter) {
                  return false;
                }
              });

  private Manifests() {}

  /** All of a directory, but for the file that lists them. */
  public static List<HasMetadata> in(Path directory) throws IOException {
    List<HasMetadata> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith("kustomization.yaml")) {
          all.addAll(read(Files.readString(file)));
        }
      }
    }
    return all;
  }

  /** Fails on a type that is none of Kubernetes', and on a field that its type does not have. */
  public static List<HasMetadata> read(String yaml) throws IOException {
    List<HasMetadata> all = new ArrayList<>();
    for (JsonNode manifest :
        STRICT
            .readerFor(JsonNode.class)
            .<JsonNode>readValues(new YAMLFactory().createParser(yaml))
            .readAll()) {
      String type = manifest.path("apiVersion").asText() + "/" + manifest.path("kind").asText();
      if (!TYPES.containsKey(type)) {
        throw new IOException("no type that is known here: " + type);
      }
      all.add(STRICT.treeToValue(manifest, TYPES.get(type)));
    }
    return all;
  }
}
