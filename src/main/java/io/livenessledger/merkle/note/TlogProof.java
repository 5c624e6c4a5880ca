package io.livenessledger.merkle.note;

import io.livenessledger.canonical.Digest;
import io.livenessledger.merkle.InclusionProof;
import io.livenessledger.merkle.InvalidProofException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A proof in text form that some data is in a log (C2SP tlog-proof@v1).
 *
 * @param extra bytes that are not authenticated by the proof
 * @param index of the leaf
 * @param hashes of the inclusion proof
 * @param checkpoint of the tree that it leads to
 */
public record TlogProof(
    Optional<String> extra, long index, List<Digest> hashes, SignedNote checkpoint) {
  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  public TlogProof {
    hashes = List.copyOf(hashes);
  }

  /** A proof with extra bytes. */
  public static TlogProof of(byte[] extra, long index, List<Digest> hashes, SignedNote checkpoint) {
    String base64 = Base64.getEncoder().encodeToString(extra);
    return new TlogProof(Optional.of(base64), index, hashes, checkpoint);
  }

  /** The proof as text. */
  public String format() {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    extra.ifPresent(base64 -> text.append(EXTRA).append(base64).append('\n'));
    text.append(INDEX).append(index).append('\n');
    hashes.forEach(hash -> text.append(hash.base64()).append('\n'));
    return text.append('\n').append(checkpoint.encode()).toString();
  }

  /**
   * Reads a proof; verifies nothing.
   *
   * @throws InvalidNoteException unless it is exactly what {@link #format} gives
   */
  public static TlogProof parse(String proof) {
    int blank = proof.indexOf("\n\n");
    if (blank < 0) {
      throw new InvalidNoteException("Not a proof: an empty line and a checkpoint expected");
    }
    List<String> lines = new ArrayList<>(List.of(proof.substring(0, blank).split("\n", -1)));
    if (!lines.remove(0).equals(HEADER)) {
      throw new InvalidNoteException("Not a proof: " + HEADER + " expected in the first line");
    }
    Optional<String> extra = Optional.empty();
    if (!lines.isEmpty() && lines.get(0).startsWith(EXTRA)) {
      extra = Optional.of(requireBase64(lines.remove(0).substring(EXTRA.length())));
    }
    if (lines.isEmpty() || !lines.get(0).startsWith(INDEX)) {
      throw new InvalidNoteException("Not a proof: the leaf's index expected");
    }
    long index = Checkpoint.number(lines.remove(0).substring(INDEX.length()));
    SignedNote checkpoint = SignedNote.parse(proof.substring(blank + 2));
    return new TlogProof(extra, index, lines.stream().map(TlogProof::hash).toList(), checkpoint);
  }

  private static String requireBase64(String text) {
    NoteVerifier.decodedBase64(text);
    return text;
  }

  private static Digest hash(String line) {
    try {
      return Digest.ofBase64(line);
    } catch (IllegalArgumentException e) {
      throw new InvalidNoteException("A line of the proof is not a SHA-256 digest in base64");
    }
  }

  /** The extra bytes, if there are any. */
  public Optional<byte[]> extraBytes() {
    return extra.map(NoteVerifier::decodedBase64);
  }

  /**
   * Checks that the leaf is in the log: the checkpoint's origin and signatures, then the path from
   * the leaf to its root.
   *
   * @param origin of the log that is meant
   * @param keys of the log
   * @return the checkpoint
   * @throws InvalidNoteException when the checkpoint is not one of this log
   * @throws InvalidProofException when the leaf is not in its tree at this index
   */
  public Checkpoint verify(Digest leafHash, String origin, Collection<NoteVerifier> keys) {
    checkpoint.verify(keys);
    Checkpoint signed = Checkpoint.parse(checkpoint.text());
    if (!signed.origin().equals(origin)) {
      throw new InvalidNoteException("The checkpoint is of " + signed.origin() + ", not " + origin);
    }
    new InclusionProof(index, signed.size(), hashes).verify(leafHash, signed.root());
    return signed;
  }
}
