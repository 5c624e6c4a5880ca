package io.livenessledger.ledger.check.run;

import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.merkle.note.Checkpoint;
import io.livenessledger.merkle.note.InvalidNoteException;
import io.livenessledger.merkle.note.SignedNote;

/** Looks at the stored checkpoints one after the other, in the order of their numbers. */
final class CheckpointWalk {
  private final SigningKeys keys;
  private final Findings findings;
  private long number;
  private long size;
  private boolean ours;
  private boolean lastNoteWasValid;

  CheckpointWalk(SigningKeys keys, Findings findings) {
    this.keys = keys;
    this.findings = findings;
  }

  /**
   * Compares a checkpoint with its number, the one before and its own note.
   *
   * <p>The oldest ones may be signed by keys that were rotated out and that nobody here knows any
   * more; what they cover is checked by their roots. From the first one on that is signed by a key
   * of ours, all must be.
   *
   * @return what its note says, or its columns where the note says nothing; null when it cannot be
   *     one of this log's after those before
   */
  LoggedCheckpoint add(LoggedCheckpoint checkpoint) {
    if (checkpoint.number() != number + 1) {
      findings.add("checkpoint", number + 1, "It is gone.");
    }
    number = checkpoint.number();
    LoggedCheckpoint said = compareNote(checkpoint);
    if (said.size() < size) {
      findings.add("checkpoint", number, "The one before covers more leaves.");
      return null;
    }
    // An altered note says nothing, so its columns set no bound for those that follow
    size = lastNoteWasValid ? said.size() : size;
    return said;
  }

  /** When all have been added: the latest one at least must be signed by a key of ours. */
  void end() {
    if (number > 0 && !ours) {
      findings.add("checkpoint", number, "Neither it nor any before it is signed by a known key.");
    }
  }

  private LoggedCheckpoint compareNote(LoggedCheckpoint checkpoint) {
    lastNoteWasValid = false;
    try {
      SignedNote note = SignedNote.parse(checkpoint.note());
      Checkpoint signed = Checkpoint.parse(note.text());
      requireSigned(note);
      lastNoteWasValid = true;
      if (!signed.origin().equals(keys.origin())) {
        findings.add("checkpoint", number, "Its origin is another log's.");
      }
      if (signed.size() != checkpoint.size() || !signed.root().equals(checkpoint.root())) {
        findings.add("checkpoint", number, "Its columns are not what its note says.");
      }
      return new LoggedCheckpoint(
          number, signed.size(), signed.root(), checkpoint.note(), checkpoint.publishedAt());
    } catch (InvalidNoteException invalid) {
      findings.add("checkpoint", number, invalid.getMessage() + ".");
      return checkpoint;
    }
  }

  private void requireSigned(SignedNote note) {
    boolean known =
        note.signatures().stream()
            .anyMatch(signature -> keys.verifiers().stream().anyMatch(key -> key.isOf(signature)));
    if (known || ours) {
      note.verify(keys.verifiers());
      ours = true;
    }
  }
}
