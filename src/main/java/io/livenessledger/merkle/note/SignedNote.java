package io.livenessledger.merkle.note;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text and signatures over it (C2SP signed-note).
 *
 * @param text ends with a line feed; what is signed
 * @param signatures at least one
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
  /** More signatures than any log has; each one costs its reader a verification. */
  private static final int MOST_SIGNATURES = 100;

  public SignedNote {
    signatures = List.copyOf(signatures);
  }

  /** Signs a text that ends with a line feed, with each signer in turn. */
  public static SignedNote sign(String text, List<NoteSigner> signers) {
    requireText(text);
    return new SignedNote(text, signers.stream().map(signer -> signer.sign(text)).toList());
  }

  /**
   * Reads a note; verifies nothing.
   *
   * @throws InvalidNoteException unless it is exactly what {@link #encode} gives
   */
  public static SignedNote parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n")) {
      throw new InvalidNoteException("Not a signed note: text, empty line and signatures expected");
    }
    String text = note.substring(0, blank + 1);
    requireText(text);
    String[] lines = note.substring(blank + 2).split("\n", -1);
    if (lines.length < 2 || lines.length > MOST_SIGNATURES + 1) {
      throw new InvalidNoteException("A signed note has 1 to " + MOST_SIGNATURES + " signatures");
    }
    return new SignedNote(
        text, Arrays.stream(lines).limit(lines.length - 1L).map(NoteSignature::parse).toList());
  }

  private static void requireText(String text) {
    boolean wellFormed =
        text.endsWith("\n")
            && text.codePoints()
                .noneMatch(
                    c ->
                        (c < ' ' && c != '\n')
                            || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    if (!wellFormed) {
      throw new InvalidNoteException(
          "A note's text ends with a line feed and has no other control characters");
    }
  }

  /** Text, empty line, signature lines. */
  public String encode() {
    return text
        + signatures.stream()
            .map(signature -> signature.line() + "\n")
            .collect(Collectors.joining("", "\n", ""));
  }

  /**
   * Checks the signatures by the known keys; those by others are passed over.
   *
   * @return the keys that signed, at least one
   * @throws InvalidNoteException when a known key's signature is wrong, or none is known
   */
  public Set<NoteVerifier> verify(Collection<NoteVerifier> known) {
    Set<NoteVerifier> signed = new LinkedHashSet<>();
    for (NoteSignature signature : signatures) {
      for (NoteVerifier verifier : known) {
        if (verifier.isOf(signature)) {
          requireGood(verifier, signature);
          signed.add(verifier);
        }
      }
    }
    if (signed.isEmpty()) {
      List<String> names = new ArrayList<>();
      signatures.forEach(signature -> names.add(signature.name()));
      throw new InvalidNoteException("Signed by no known key, but by " + names);
    }
    return signed;
  }

  private void requireGood(NoteVerifier verifier, NoteSignature signature) {
    if (!verifier.verifies(text, signature)) {
      throw new InvalidNoteException(
          "The signature by " + verifier.name() + "+" + verifier.keyIdHex() + " is wrong");
    }
  }
}
