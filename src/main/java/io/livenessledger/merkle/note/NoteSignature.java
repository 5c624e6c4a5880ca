package io.livenessledger.merkle.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * One signature line of a note.
 *
 * @param name who signed
 * @param keyId four bytes that tell keys of one name apart
 * @param bytes the signature, in the form of the key's type
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record NoteSignature(String name, byte[] keyId, byte[] bytes) {
  private static final String DASH = "\u2014 ";
  private static final int ID_SIZE = 4;

  /** The line without its end: {@code — <name> <base64 of key id and signature>}. */
  String line() {
    byte[] joined = ByteBuffer.allocate(keyId.length + bytes.length).put(keyId).put(bytes).array();
    return DASH + name + " " + Base64.getEncoder().encodeToString(joined);
  }

  static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new InvalidNoteException("Not a signature line");
    }
    byte[] joined = NoteVerifier.decodedBase64(line.substring(space + 1));
    if (joined.length <= ID_SIZE) {
      throw new InvalidNoteException("A signature line without a signature");
    }
    return new NoteSignature(
        NoteVerifier.requireName(line.substring(DASH.length(), space)),
        Arrays.copyOf(joined, ID_SIZE),
        Arrays.copyOfRange(joined, ID_SIZE, joined.length));
  }
}
