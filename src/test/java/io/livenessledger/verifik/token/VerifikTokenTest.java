package io.livenessledger.verifik.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.Logged;
import io.livenessledger.testkit.VendorTokens;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifikTokenTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("token");
  }

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
    VerifikToken token = fromFile();
    assertEquals(Optional.empty(), text(token));

    Files.writeString(file, "first\n");
    assertEquals(Optional.of("first"), text(token));

    Files.writeString(file, "the-second");
    assertEquals(Optional.of("the-second"), text(token));
  }

  @Test
  void aChangeThatLeavesSizeAndTimeAloneIsNoticed() throws IOException {
    VerifikToken token = fromFile();
    Files.writeString(file, "first");
    FileTime time = Files.getLastModifiedTime(file);
    assertEquals(Optional.of("first"), text(token));

    Files.writeString(file, "other");
    Files.setLastModifiedTime(file, time);

    assertEquals(Optional.of("other"), text(token));
  }

  /** As Kubernetes replaces secrets: the file's link stays, the directory's link is swapped. */
  @Test
  void aSecretsMountWhoseLinkIsSwappedIsNoticed() throws IOException {
    for (String version : List.of("..1", "..2")) {
      Files.createDirectory(directory.resolve(version));
      Path made = Files.writeString(directory.resolve(version).resolve("token"), "token" + version);
      Files.setLastModifiedTime(made, FileTime.fromMillis(0));
    }
    Path data = Files.createSymbolicLink(directory.resolve("..data"), Path.of("..1"));
    Files.createSymbolicLink(file, Path.of("..data", "token"));
    VerifikToken token = fromFile();
    assertEquals(Optional.of("token..1"), text(token));

    Path next = Files.createSymbolicLink(directory.resolve("..next"), Path.of("..2"));
    Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);

    assertEquals(Optional.of("token..2"), text(token));
    assertEquals(Optional.empty(), token.trouble());
  }

  @Test
  void aFileThatVanishesLeavesTheTokenAndIsTold() throws IOException {
    VerifikToken token = fromFile();
    Files.writeString(file, "first");
    text(token);

    Files.delete(file);
    List<String> log = Logged.during(() -> assertEquals(Optional.of("first"), text(token)));
    assertEquals(Optional.of("cannot be read (NoSuchFileException)"), token.trouble());
    assertEquals(1, log.size(), log.toString());
    assertTrue(log.get(0).contains("stays in use"), log.get(0));
    assertEquals(List.of(), Logged.during(() -> text(token)));

    Files.writeString(file, "first");
    assertEquals(1, Logged.during(() -> text(token)).size());
    assertEquals(Optional.empty(), token.trouble());
  }

  @Test
  void aFileThatIsHalfWrittenLeavesTheToken() throws IOException {
    String whole = VendorTokens.expiring(Instant.EPOCH);
    String next = VendorTokens.expiring(Instant.EPOCH);
    VerifikToken token = fromFile();
    Files.writeString(file, whole);
    text(token);

    for (String part :
        List.of("", "\n", next.substring(0, next.indexOf('.') + 5), "a b", "\u00e9")) {
      Files.writeString(file, part);
      assertEquals(Optional.of(whole), text(token), part);
      assertTrue(token.trouble().isPresent(), part);
    }
    Files.write(file, new byte[1 << 20]);
    assertEquals(Optional.of(whole), text(token));

    Files.writeString(file, next);
    assertEquals(Optional.of(next), text(token));
    assertEquals(Optional.empty(), token.trouble());
  }

  @Test
  void theFileWinsOverTheValue() throws IOException {
    Files.writeString(file, "from-file");

    assertEquals(
        Optional.of("from-file"),
        token(Map.of("ledger.vendor.token", "value", "ledger.vendor.token-file", file.toString())));
  }

  private VerifikToken fromFile() {
    return new VerifikToken(config(Map.of("ledger.vendor.token-file", file.toString())));
  }

  private static Optional<String> token(Map<String, String> settings) {
    return text(new VerifikToken(config(settings)));
  }

  private static Optional<String> text(VerifikToken token) {
    return token.current().map(HeldToken::text);
  }

  static TokenConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .withMapping(TokenConfig.class)
        .withDefaultValues(settings)
        .build()
        .getConfigMapping(TokenConfig.class);
  }
}
