package io.livenessledger;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.livenessledger.testkit.LedgerTest;
import io.livenessledger.testkit.Manifests;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manifests are Kubernetes', and of this program. */
@LedgerTest
class KubernetesFilesTest {
  private static final Path DIRECTORY = Path.of("src", "main", "kubernetes");
  private static final long USER = 10001;
  private static final Pattern FILE = Pattern.compile("/run/[^&]+");

  @TestHTTPResource(value = "/metrics", management = true)
  URI management;

  private List<HasMetadata> manifests;

  @BeforeEach
  void read() throws IOException {
    manifests = Manifests.in(DIRECTORY);
  }

  @Test
  void everyFileIsListedAndNothingElse() throws IOException {
    Set<String> listed =
        new ObjectMapper(new YAMLFactory())
            .readTree(DIRECTORY.resolve("kustomization.yaml").toFile())
            .findValue("resources")
            .valueStream()
            .map(name -> name.asText())
            .collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(DIRECTORY)) {
      Set<String> there =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      there.remove("kustomization.yaml");
      assertEquals(there, listed);
    }
  }

  @Test
  void whatKubernetesDoesNotKnowIsFound() {
    String budget = "apiVersion: policy/v1\nkind: PodDisruptionBudget\n";
    assertThrows(IOException.class, () -> Manifests.read(budget + "spec: {minAvailible: 1}\n"));
    assertThrows(IOException.class, () -> Manifests.read(budget.replace("v1", "v1beta9")));
  }

  @Test
  void podsHaveNoRights() {
    for (PodSpec pod : List.of(service(), migration())) {
      assertTrue(pod.getSecurityContext().getRunAsNonRoot());
      assertEquals(USER, pod.getSecurityContext().getRunAsUser());
      assertEquals("RuntimeDefault", pod.getSecurityContext().getSeccompProfile().getType());
      assertFalse(pod.getAutomountServiceAccountToken());
      for (Container container : pod.getContainers()) {
        assertTrue(container.getSecurityContext().getReadOnlyRootFilesystem());
        assertFalse(container.getSecurityContext().getAllowPrivilegeEscalation());
        assertEquals(List.of("ALL"), container.getSecurityContext().getCapabilities().getDrop());
        assertNotNull(container.getResources().getLimits().get("memory"));
        assertNotNull(container.getResources().getRequests().get("cpu"));
      }
    }
  }

  @Test
  void twoReplicasOfWhichOneStays() {
    Deployment deployment = only(Deployment.class);
    PodDisruptionBudget budget = only(PodDisruptionBudget.class);
    Map<String, String> pods = deployment.getSpec().getTemplate().getMetadata().getLabels();

    assertEquals(2, deployment.getSpec().getReplicas());
    assertEquals(
        0, deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal());
    assertEquals(1, budget.getSpec().getMinAvailable().getIntVal());
    assertEquals(pods, deployment.getSpec().getSelector().getMatchLabels());
    assertEquals(pods, budget.getSpec().getSelector().getMatchLabels());
    assertEquals(pods, only(Service.class).getSpec().getSelector());
    assertFalse(
        pods.equals(only(Job.class).getSpec().getTemplate().getMetadata().getLabels()),
        "nobody calls the migration");
  }

  @Test
  void nobodyReachesThemButWhoIsNamed() {
    NetworkPolicy policy = only(NetworkPolicy.class);
    Map<String, String> selected = policy.getSpec().getPodSelector().getMatchLabels();

    assertEquals(List.of("Ingress", "Egress"), policy.getSpec().getPolicyTypes());
    for (Map<String, String> pod :
        List.of(
            only(Deployment.class).getSpec().getTemplate().getMetadata().getLabels(),
            only(Job.class).getSpec().getTemplate().getMetadata().getLabels())) {
      assertTrue(pod.entrySet().containsAll(selected.entrySet()));
    }
    policy.getSpec().getIngress().forEach(rule -> assertFalse(rule.getFrom().isEmpty()));
    policy.getSpec().getEgress().forEach(rule -> assertFalse(rule.getTo().isEmpty()));
  }

  @Test
  void probesAskForWhatTheProgramAnswers() {
    Container container = service().getContainers().get(0);
    for (Probe probe :
        List.of(
            container.getStartupProbe(),
            container.getReadinessProbe(),
            container.getLivenessProbe())) {
      assertEquals("management", probe.getHttpGet().getPort().getStrVal());
      given().get(management.resolve(probe.getHttpGet().getPath())).then().statusCode(200);
    }
    Map<String, String> scraped =
        only(Deployment.class).getSpec().getTemplate().getMetadata().getAnnotations();
    given().get(management.resolve(scraped.get("prometheus.io/path"))).then().statusCode(200);
    assertEquals(
        Map.of("http", 8080, "management", 9000),
        container.getPorts().stream()
            .collect(Collectors.toMap(p -> p.getName(), p -> p.getContainerPort())));
  }

  @Test
  void everyVariableIsAKeyAndNoSecretIsSaid() throws IOException {
    ContainerFiles.assertKnown(only(ConfigMap.class).getData().keySet());
    only(ConfigMap.class).getData().keySet().forEach(this::assertNoSecret);
    for (PodSpec pod : List.of(service(), migration())) {
      for (EnvVar variable : pod.getContainers().get(0).getEnv()) {
        ContainerFiles.assertKnown(Set.of(variable.getName()));
        if (variable.getValueFrom() == null) {
          assertNoSecret(variable.getName());
        } else {
          assertNotNull(variable.getValueFrom().getSecretKeyRef(), variable.getName());
        }
      }
    }
  }

  private void assertNoSecret(String variable) {
    assertFalse(ContainerFiles.SECRET.matcher(variable).find(), variable);
  }

  @Test
  void theOwnersPasswordIsTheMigrationsAlone() {
    List<String> names =
        service().getContainers().get(0).getEnv().stream().map(EnvVar::getName).toList();
    assertFalse(names.contains("QUARKUS_FLYWAY_PASSWORD"), names.toString());
    assertEquals("false", variable(service(), "QUARKUS_FLYWAY_MIGRATE_AT_START"));
    assertEquals("true", variable(service(), "QUARKUS_FLYWAY_VALIDATE_AT_START"));
    assertEquals("true", variable(migration(), "QUARKUS_INIT_AND_EXIT"));
    assertEquals("liveness_owner", variable(migration(), "QUARKUS_FLYWAY_USERNAME"));
    assertEquals("liveness_app", variable(service(), "QUARKUS_DATASOURCE_USERNAME"));
  }

  private static void assertMounted(String file, List<VolumeMount> mounts, String variable) {
    assertTrue(mounts.stream().anyMatch(m -> file.startsWith(m.getMountPath() + "/")), variable);
  }

  @Test
  void whatIsMountedIsThereAndFilesAreWhereVariablesSay() {
    for (PodSpec pod : List.of(service(), migration())) {
      Set<String> volumes =
          pod.getVolumes().stream().map(v -> v.getName()).collect(Collectors.toSet());
      List<VolumeMount> mounts = pod.getContainers().get(0).getVolumeMounts();
      assertEquals(volumes, mounts.stream().map(VolumeMount::getName).collect(Collectors.toSet()));
      pod.getContainers().get(0).getEnv().stream()
          .filter(variable -> variable.getName().endsWith("_FILE"))
          .forEach(v -> assertMounted(v.getValue(), mounts, v.getName()));
      only(ConfigMap.class)
          .getData()
          .forEach(
              (variable, value) ->
                  FILE.matcher(value)
                      .results()
                      .map(MatchResult::group)
                      .forEach(file -> assertMounted(file, mounts, variable)));
    }
  }

  @Test
  void itIsGivenTheTimeThatItTakesToStop() {
    long pause =
        Long.parseLong(
            service()
                .getContainers()
                .get(0)
                .getLifecycle()
                .getPreStop()
                .getExec()
                .getCommand()
                .get(1));
    assertTrue(service().getTerminationGracePeriodSeconds() >= pause + 10);
    assertNull(
        only(Job.class).getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds());
  }

  private PodSpec service() {
    return only(Deployment.class).getSpec().getTemplate().getSpec();
  }

  private PodSpec migration() {
    return only(Job.class).getSpec().getTemplate().getSpec();
  }

  private static String variable(PodSpec pod, String name) {
    return pod.getContainers().get(0).getEnv().stream()
        .filter(variable -> variable.getName().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private <T> T only(Class<T> type) {
    List<T> found = manifests.stream().filter(type::isInstance).map(type::cast).toList();
    assertEquals(1, found.size(), type.getSimpleName());
    return found.get(0);
  }
}
