package io.livenessledger.testkit;

import static org.awaitility.Awaitility.await;

import io.livenessledger.canonical.Digest;
import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.merkle.EntryBundle;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.merkle.note.NoteVerifier;
import io.livenessledger.merkle.note.SignedNote;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the log as an outsider does, and appends to it as a package of the program does. */
public final class Log {
  private Log() {}

  /** A leaf's data that nobody else has. */
  public static byte[] data(String what) {
    Digest commitment = Digest.sha256(what.getBytes(StandardCharsets.UTF_8));
    return new Leaf(Instant.EPOCH, commitment, "test").data();
  }

  /** Appends an entry in the connection's transaction. */
  public static long append(Connection connection, byte[] leaf) throws SQLException {
    try (PreparedStatement append = connection.prepareStatement("select ledger_append(?)")) {
      append.setBytes(1, leaf);
      try (ResultSet entry = append.executeQuery()) {
        entry.next();
        return entry.getLong(1);
      }
    }
  }

  /** Appends an entry and commits. */
  public static long append(byte[] leaf) throws SQLException {
    try (Connection connection = Database.asApp()) {
      return append(connection, leaf);
    }
  }

  /** The latest checkpoint, verified with the served keys. */
  public static Checkpoint checkpoint() {
    String note = served("/log/checkpoint").asString();
    SignedNote signed = SignedNote.parse(note);
    signed.verify(keys());
    return Checkpoint.parse(signed.text());
  }

  /** The served keys. */
  public static List<NoteVerifier> keys() {
    return served("/log/vkey").asString().lines().map(NoteVerifier::parse).toList();
  }

  /** Waits until every committed entry is published; the checkpoint that covers all. */
  public static Checkpoint published() {
    await()
        .atMost(Api.patience())
        .until(() -> Database.rows("select from ledger_pending limit 1").isEmpty());
    return checkpoint();
  }

  /** The data of all leaves in a tree of a size, read from the entry bundles. */
  public static List<byte[]> leaves(long size) {
    List<byte[]> leaves = new ArrayList<>();
    while (leaves.size() < size) {
      long index = leaves.size() / Tile.FULL;
      int width = (int) Math.min(Tile.FULL, size - leaves.size());
      byte[] bundle = served("/log/" + new EntryBundle(index, width).path()).asByteArray();
      leaves.addAll(EntryBundle.decode(bundle));
    }
    return leaves;
  }

  private static Response served(String path) {
    return Api.anonymous().get(path).then().statusCode(200).extract().response();
  }
}
