package io.livenessledger.testkit.drill;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.canonical.Digest;
import io.livenessledger.merkle.ConsistencyProof;
import io.livenessledger.merkle.EntryBundle;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.TreeHash;
import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.merkle.note.NoteVerifier;
import io.livenessledger.merkle.note.SignedNote;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;

/** An outsider who keeps every checkpoint that is seen, and has each later one lead to it. */
public final class Onlooker {
  private final List<Checkpoint> seen = new ArrayList<>();
  private List<NoteVerifier> keys;

  /** Verifies the latest checkpoint, and that the log only grew since the one seen before. */
  public Checkpoint looksAt(String address) {
    if (keys == null) {
      keys = served(address, "/log/vkey").asString().lines().map(NoteVerifier::parse).toList();
    }
    SignedNote note = SignedNote.parse(served(address, "/log/checkpoint").asString());
    note.verify(keys);
    Checkpoint latest = Checkpoint.parse(note.text());
    if (!seen.isEmpty()) {
      Checkpoint before = seen.get(seen.size() - 1);
      assertTrue(latest.size() >= before.size(), before + " was seen, and now " + latest);
      requireGrown(address, before, latest);
    }
    seen.add(latest);
    return latest;
  }

  private static void requireGrown(String address, Checkpoint before, Checkpoint now) {
    if (before.size() == 0) {
      return;
    }
    List<String> hashes =
        served(address, "/log/consistency?from=" + before.size() + "&to=" + now.size())
            .path("hashes");
    new ConsistencyProof(before.size(), now.size(), hashes.stream().map(Digest::ofBase64).toList())
        .verify(before.root(), now.root());
  }

  /** The data of all leaves, from which the checkpoint's root and all those before it follow. */
  public List<byte[]> leaves(String address, Checkpoint of) {
    List<byte[]> data = new ArrayList<>();
    while (data.size() < of.size()) {
      int width = (int) Math.min(Tile.FULL, of.size() - data.size());
      EntryBundle bundle = new EntryBundle(data.size() / Tile.FULL, width);
      data.addAll(EntryBundle.decode(served(address, "/log/" + bundle.path()).asByteArray()));
    }
    List<Digest> hashes = data.stream().map(TreeHash::ofLeaf).toList();
    for (Checkpoint earlier : seen) {
      assertEquals(TreeHash.ofTree(hashes.subList(0, (int) earlier.size())), earlier.root());
    }
    assertEquals(TreeHash.ofTree(hashes), of.root());
    return data;
  }

  private static Response served(String address, String path) {
    return given().get(address + path).then().statusCode(200).extract().response();
  }
}
