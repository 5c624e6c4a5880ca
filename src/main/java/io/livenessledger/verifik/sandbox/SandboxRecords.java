package io.livenessledger.verifik.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sandbox's records: which there are, how each behaves, and how often each was fetched. */
final class SandboxRecords {
  private static final Map<String, Behaviour> BEHAVIOURS = behaviours();

  private final Map<String, Integer> fetches = new ConcurrentHashMap<>();

  private static Map<String, Behaviour> behaviours() {
    Map<String, Behaviour> table = new LinkedHashMap<>();
    table.put("document_liveness_123456789", Behaviour.STEADY);
    table.put("6908b696aaaaaaaaaaaa0001", Behaviour.STEADY);
    table.put("6909c38caaaaaaaaaaaa0002", Behaviour.STEADY);
    table.put("690b7de2aaaaaaaaaaaa0003", Behaviour.STEADY);
    table.put("690c872daaaaaaaaaaaa0004", Behaviour.STEADY);
    table.put("62a8a2f3aaaaaaaaaaaa0005", Behaviour.STEADY);
    table.put("690da71daaaaaaaaaaaa0006", Behaviour.CHANGES);
    table.put("690f9858aaaaaaaaaaaa0007", Behaviour.GOES);
    table.put("690fa1b2aaaaaaaaaaaa0008", Behaviour.FAILS);
    table.put("691046a0aaaaaaaaaaaa0009", Behaviour.SLOW);
    return Collections.unmodifiableMap(table);
  }

  /** Null when there is no such record. */
  Behaviour behaviour(String id) {
    return BEHAVIOURS.get(id);
  }

  /** Counts a fetch and returns how many there were, this one included. */
  int fetched(String id) {
    return fetches.merge(id, 1, Integer::sum);
  }

  /** The file that a fetch would answer at present; null when the record is gone. */
  byte[] current(String id, int fetches) {
    return switch (BEHAVIOURS.get(id)) {
      case GOES -> fetches < 2 ? file(id) : null;
      case CHANGES -> file(fetches < 2 ? id : id + ".second");
      case STEADY, SLOW -> file(id);
      case FAILS -> null;
    };
  }

  /** The files of all records that a listing shows at present; listing is not fetching. */
  List<byte[]> listed() {
    return BEHAVIOURS.keySet().stream()
        .map(id -> current(id, fetches.getOrDefault(id, 0)))
        .filter(file -> file != null)
        .toList();
  }

  private static byte[] file(String name) {
    String resource = "/sandbox/" + name + ".json";
    try (InputStream in = SandboxRecords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("No resource " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
