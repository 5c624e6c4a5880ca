package io.livenessledger.merkle.note;

import static io.livenessledger.merkle.note.SignedNoteTest.generated;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.livenessledger.canonical.Digest;
import io.livenessledger.merkle.InvalidProofException;
import io.livenessledger.merkle.TreeHash;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints (C2SP tlog-checkpoint) and proofs in text form (C2SP tlog-proof). */
class TlogProofTest {
  private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  private static final String CHECKPOINT = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

  private final Digest left = TreeHash.ofLeaf(new byte[] {1});
  private final Digest right = TreeHash.ofLeaf(new byte[] {2});

  private NoteSigner log;
  private TlogProof proof;

  @BeforeEach
  void prove() throws Exception {
    log = generated("example.com/log");
    Checkpoint checkpoint =
        new Checkpoint("example.com/log", 2, TreeHash.ofNode(left, right), List.of());
    SignedNote note = SignedNote.sign(checkpoint.text(), List.of(log));
    proof = TlogProof.of(new byte[] {2}, 1, List.of(left), note);
  }

  @Test
  void theCheckpointOfTheSpecificationIsReadAsWritten() {
    Checkpoint checkpoint = Checkpoint.parse(CHECKPOINT);

    assertEquals("example.com/behind-the-sofa", checkpoint.origin());
    assertEquals(20_852_163, checkpoint.size());
    assertEquals(ROOT, checkpoint.root().base64());
    assertEquals(CHECKPOINT, checkpoint.text());
    Checkpoint extended = Checkpoint.parse(CHECKPOINT + "one\ntwo\n");
    assertEquals(List.of("one", "two"), extended.extensions());
    assertEquals(CHECKPOINT + "one\ntwo\n", extended.text());
  }

  @Test
  void whatIsNoCheckpointIsNotRead() {
    for (String text :
        List.of(
            "",
            "\n",
            "example.com/log\n0\n",
            CHECKPOINT.substring(0, CHECKPOINT.length() - 1),
            CHECKPOINT + "cut off",
            CHECKPOINT + "\n",
            CHECKPOINT + "one\n\n",
            "\n" + CHECKPOINT.substring(CHECKPOINT.indexOf('\n') + 1),
            CHECKPOINT.replace("20852163", "020852163"),
            CHECKPOINT.replace("20852163", "-1"),
            CHECKPOINT.replace("20852163", "+1"),
            CHECKPOINT.replace("20852163", "1e3"),
            CHECKPOINT.replace("20852163", "9999999999999999999"),
            CHECKPOINT.replace("20852163", "٣"),
            CHECKPOINT.replace("q2I=", "q2J="),
            CHECKPOINT.replace("q2I=", "q2I"),
            CHECKPOINT.replace(ROOT, "AAAA"))) {
      assertThrows(InvalidNoteException.class, () -> Checkpoint.parse(text), text);
    }
  }

  @Test
  void aProofIsReadAsWrittenAndHolds() {
    TlogProof read = TlogProof.parse(proof.format());

    assertEquals(proof.format(), read.format());
    assertArrayEquals(new byte[] {2}, read.extraBytes().orElseThrow());
    assertEquals(2, read.verify(right, "example.com/log", List.of(log.verifier())).size());
    TlogProof bare = new TlogProof(Optional.empty(), 1, List.of(left), proof.checkpoint());
    assertEquals(bare.format(), TlogProof.parse(bare.format()).format());
    assertEquals(
        "c2sp.org/tlog-proof@v1\nindex 1\n" + left.base64() + "\n\n" + bare.checkpoint().encode(),
        bare.format());
    TlogProof lone = new TlogProof(Optional.empty(), 0, List.of(), proof.checkpoint());
    assertEquals(List.of(), TlogProof.parse(lone.format()).hashes());
  }

  @Test
  void nothingElseHolds() throws Exception {
    List<NoteVerifier> keys = List.of(log.verifier());
    NoteSigner stranger = generated("example.com/log");

    assertThrows(InvalidProofException.class, () -> proof.verify(left, "example.com/log", keys));
    assertThrows(InvalidNoteException.class, () -> proof.verify(right, "example.com/other", keys));
    assertThrows(
        InvalidNoteException.class,
        () -> proof.verify(right, "example.com/log", List.of(stranger.verifier())));
    assertThrows(
        InvalidProofException.class,
        () ->
            new TlogProof(Optional.empty(), 0, proof.hashes(), proof.checkpoint())
                .verify(right, "example.com/log", keys));
    assertThrows(
        InvalidProofException.class,
        () ->
            new TlogProof(Optional.empty(), 1, List.of(right), proof.checkpoint())
                .verify(right, "example.com/log", keys));
    assertThrows(
        InvalidNoteException.class,
        () ->
            TlogProof.parse(proof.format().replace("\n2\n", "\n3\n"))
                .verify(right, "example.com/log", keys));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c2sp.org/tlog-proof@v1>c2sp.org/tlog-proof@v2",
        "c2sp.org/tlog-proof@v1>",
        "extra Ag==>extra Ag=",
        "extra Ag==>extra Ah==",
        "extra Ag==>extra",
        "extra Ag==>Extra Ag==",
        "index 1>index 01",
        "index 1>index -1",
        "index 1>index",
        "index 1>index 1 ",
        "index 1>index x",
        "index 1\n>",
        "\n\n>\n"
      })
  void whatIsNoProofIsNotRead(String replacement) {
    String[] parts = replacement.split(">", -1);
    String text = proof.format();
    String other = text.replaceFirst(parts[0], parts[1]);

    assertThrows(InvalidNoteException.class, () -> TlogProof.parse(other), other);
    assertThrows(InvalidNoteException.class, () -> TlogProof.parse(text + "\n"));
    assertThrows(
        InvalidNoteException.class,
        () -> TlogProof.parse(text.replace(left.base64(), left.base64().substring(1))));
  }
}
