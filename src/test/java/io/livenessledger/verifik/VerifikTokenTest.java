package io.livenessledger.verifik;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifikTokenTest {
  @TempDir Path directory;

  @Test
  void theConfiguredTokenIsStrippedOfWhiteSpace() {
    assertEquals(Optional.of("abc.def"), token(Map.of("ledger.vendor.token", " abc.def\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a b", "a\nb", "é"})
  void whatCannotStandInAHeaderIsNoToken(String value) {
    assertEquals(Optional.empty(), token(Map.of("ledger.vendor.token", value)));
  }

  @Test
  void theFileIsReadAgainWhenItChanges() throws IOException {
    Path file = directory.resolve("token");
    VerifikToken token =
        new VerifikToken(config(Map.of("ledger.vendor.token-file", file.toString())));
    assertEquals(Optional.empty(), token.current());

    Files.writeString(file, "first\n");
    assertEquals(Optional.of("first"), token.current());

    Files.writeString(file, "the-second");
    assertEquals(Optional.of("the-second"), token.current());

    Files.delete(file);
    assertEquals(Optional.empty(), token.current());
  }

  @Test
  void theFileWinsOverTheValue() throws IOException {
    Path file = Files.writeString(directory.resolve("token"), "from-file");

    assertEquals(
        Optional.of("from-file"),
        token(Map.of("ledger.vendor.token", "value", "ledger.vendor.token-file", file.toString())));
  }

  private static Optional<String> token(Map<String, String> settings) {
    return new VerifikToken(config(settings)).current();
  }

  private static VerifikConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withConverter(MemorySize.class, 100, new MemorySizeConverter())
        .withMapping(VerifikConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(VerifikConfig.class);
  }
}
