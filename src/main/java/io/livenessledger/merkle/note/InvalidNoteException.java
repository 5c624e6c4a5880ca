package io.livenessledger.merkle.note;

/** A text is not a note, checkpoint, key or proof, or a note is not signed by who must have. */
public final class InvalidNoteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidNoteException(String message) {
    super(message);
  }
}
