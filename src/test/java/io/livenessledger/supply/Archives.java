package io.livenessledger.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a packaged program. */
final class Archives {
  private Archives() {}

  /** SHA-256 in hexadecimal of every file below a directory, by its path there. */
  static Map<String, String> digests(Path directory) throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Map<String, String> digests = new TreeMap<>();
    for (Path file : files(directory)) {
      digests.put(
          directory.relativize(file).toString(),
          HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))));
    }
    return digests;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
