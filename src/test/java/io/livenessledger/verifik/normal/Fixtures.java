package io.livenessledger.verifik.normal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** The vendor answers under {@code src/test/resources/verifik}, and the record each is about. */
final class Fixtures {
  /** File name to the id of its record; a list body is named with the id of its only item. */
  static final Map<String, String> IDS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("nested", "document_liveness_123456789"),
              Map.entry("nested-without-signature", "document_liveness_123456789"),
              Map.entry("bare", "document_liveness_123456789"),
              Map.entry("nested-failed", "65a50a28c4d1e2f3a4b5c6d7"),
              Map.entry("nested-processing-populated", "65a50a28c4d1e2f3a4b5c6d8"),
              Map.entry("list-nested", "65a50a28c4d1e2f3a4b5c6d9"),
              Map.entry("flat-passed", "69001b21c4d1e2f3a4b5c6d7"),
              Map.entry("flat-failed", "69001b21c4d1e2f3a4b5c6d8"),
              Map.entry("flat-checks-not-run", "69001b21c4d1e2f3a4b5c6d9"),
              Map.entry("flat-warnings", "69001b21c4d1e2f3a4b5c6da"),
              Map.entry("flat-older", "62a8a3d3c4d1e2f3a4b5c6db"),
              Map.entry("flat-populated", "69001b21c4d1e2f3a4b5c6dc"),
              Map.entry("post", "69001b21c4d1e2f3a4b5c6dd"),
              Map.entry("list-flat", "69001b21c4d1e2f3a4b5c6d7")));

  private static final VerifikNormaliser NORMALISER = new VerifikNormaliser();

  private Fixtures() {}

  static byte[] bytes(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream("/verifik/" + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), UTF_8);
  }

  static Reading read(String name) {
    return NORMALISER.normalise(IDS.get(name), bytes(name));
  }

  static NormalisedRecord record(String name) {
    return ((Reading.Present) read(name)).record();
  }

  /** Reads {@code text} as the answer to a fetch of record {@code a}. */
  static Reading readA(String text) {
    return NORMALISER.normalise("a", text.getBytes(UTF_8));
  }

  /** The record {@code a} whose {@code data} has, besides its id, these members. */
  static NormalisedRecord recordA(String members) {
    String body = "{\"data\":{\"_id\":\"a\"" + (members.isEmpty() ? "" : ",") + members + "}}";
    return ((Reading.Present) readA(body.replace('\'', '"'))).record();
  }

  static UnreadableReason reason(Reading reading) {
    return ((Reading.Unreadable) reading).reason();
  }
}
