package io.livenessledger.ledger.log;

import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.merkle.note.InvalidNoteException;
import io.livenessledger.merkle.note.NoteSigner;
import io.livenessledger.merkle.note.NoteVerifier;
import io.livenessledger.merkle.note.SignedNote;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys that sign checkpoints: one, or two while keys are rotated. Read once: a key that changes
 * under a running program would be a surprise to everybody who verifies.
 */
@ApplicationScoped
public class SigningKeys {
  private final String origin;
  private final List<NoteSigner> signers;

  SigningKeys(LogConfig config) {
    origin = config.origin();
    Path first =
        config
            .keyFile()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Missing setting ledger.log.key-file (LEDGER_LOG_KEY_FILE): the Ed25519 key"
                            + " that signs checkpoints."));
    signers =
        Stream.concat(Stream.of(first), config.secondKeyFile().stream())
            .map(file -> NoteSigner.of(origin, KeyFile.read(file)))
            .toList();
  }

  /** What outsiders verify checkpoints with, the main key first. */
  public List<NoteVerifier> verifiers() {
    return signers.stream().map(NoteSigner::verifier).toList();
  }

  /** Signs with every key. */
  public SignedNote sign(Checkpoint checkpoint) {
    return SignedNote.sign(checkpoint.text(), signers);
  }

  public String origin() {
    return origin;
  }

  /** What a note says that {@link #objectionTo} has no objection to. */
  public static Checkpoint checkpoint(String note) {
    return Checkpoint.parse(SignedNote.parse(note).text());
  }

  /**
   * Why nothing may be published after this checkpoint: it is another log's, or none of our keys
   * signed it, so that whoever follows the log could not follow us. Empty when one did.
   */
  public Optional<String> objectionTo(String note) {
    try {
      SignedNote signed = SignedNote.parse(note);
      String last = Checkpoint.parse(signed.text()).origin();
      if (!last.equals(origin)) {
        return Optional.of("The last checkpoint's origin is " + last + ", ours is " + origin);
      }
      signed.verify(verifiers());
      return Optional.empty();
    } catch (InvalidNoteException unknown) {
      return Optional.of("The last checkpoint is not signed by the configured key " + keyIds());
    }
  }

  /** Whether every key signed this checkpoint; false for an invalid one. */
  public boolean allSigned(String note) {
    try {
      return SignedNote.parse(note).verify(verifiers()).size() == signers.size();
    } catch (InvalidNoteException unknown) {
      return false;
    }
  }

  private List<String> keyIds() {
    return verifiers().stream().map(NoteVerifier::keyIdHex).toList();
  }
}
