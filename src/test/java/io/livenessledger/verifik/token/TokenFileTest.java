package io.livenessledger.verifik.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.testkit.VendorTokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
  private final HeldToken old = token();
  private final HeldToken next = token();

  @TempDir Path directory;
  private Path path;
  private TokenFile file;

  @BeforeEach
  void write() throws IOException {
    path = Files.writeString(directory.resolve("token"), old.text());
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    file = new TokenFile(path);
  }

  @Test
  void theNewTokenIsInTheFileAndTheOldOneBesideIt() throws IOException {
    file.replace(old, next);

    assertEquals(Optional.of(next), file.token());
    assertEquals(Optional.of(old), file.previous());
    assertEquals(List.of("token", "token.previous"), names());
  }

  @Test
  void whatIsWrittenIsItsOwnersAlone() throws IOException {
    List<TokenFile.Step> steps = file.replacement(old, next);
    for (TokenFile.Step step : steps) {
      step.run();
      for (String name : names()) {
        String mode = mode(directory.resolve(name));
        boolean asItWas = name.equals("token") && file.token().equals(Optional.of(old));
        assertEquals(asItWas ? "rw-r--r--" : "rw-------", mode, name);
      }
    }
  }

  @Test
  void whereverItStopsThereIsAWholeTokenAndTheNextReplacementSucceeds() throws IOException {
    int steps = file.replacement(old, next).size();
    for (int done = 0; done <= steps; done++) {
      Files.writeString(path, old.text());
      Files.deleteIfExists(directory.resolve("token.previous"));

      for (TokenFile.Step step : file.replacement(old, next).subList(0, done)) {
        step.run();
      }

      HeldToken found = file.token().orElseThrow();
      boolean isNew = found.equals(next);
      assertTrue(isNew || found.equals(old), "after " + done + " steps");
      assertTrue(!isNew || file.previous().equals(Optional.of(old)), "after " + done + " steps");

      HeldToken later = token();
      file.replace(found, later);
      assertEquals(Optional.of(later), file.token());
      assertEquals(Optional.of(found), file.previous());
      assertEquals(List.of("token", "token.previous"), names(), "after " + done + " steps");
    }
  }

  @Test
  void aCopyThatWasCutOffIsSweptAway() throws IOException {
    Files.writeString(directory.resolve(".token.writing-0.next"), next.text().substring(0, 9));

    file.replace(old, next);

    assertEquals(List.of("token", "token.previous"), names());
  }

  @Test
  void aFailureLeavesTheOldTokenAndNoCopies() throws IOException {
    Files.createDirectories(directory.resolve("token.previous").resolve("in the way"));

    assertThrows(IOException.class, () -> file.replace(old, next));

    assertEquals(Optional.of(old), file.token());
    assertEquals(List.of("token", "token.previous"), names());
  }

  @Test
  void whatALinkLeadsToIsReplacedAndTheLinkStays() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), path);

    new TokenFile(link).replace(old, next);

    assertTrue(Files.isSymbolicLink(link));
    assertEquals(Optional.of(next), file.token());
    assertEquals(Optional.of(old), file.previous());
  }

  @Test
  void goingBackMakesThePreviousTokenTheOnlyOne() throws IOException {
    file.replace(old, next);

    file.goBack();

    assertEquals(Optional.of(old), file.token());
    assertEquals(List.of("token"), names());
  }

  @Test
  void thePreviousTokenCanBeForgottenTwice() throws IOException {
    file.replace(old, next);

    file.forgetPrevious();
    file.forgetPrevious();

    assertEquals(Optional.of(next), file.token());
    assertEquals(List.of("token"), names());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static HeldToken token() {
    return HeldToken.in(VendorTokens.expiring(Instant.EPOCH)).orElseThrow();
  }
}
