import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies offline that a checkpoint of Liveness Ledger's log continues an earlier one, with nothing
 * but a JDK (17 or newer):
 *
 * <pre>java VerifyConsistency.java vkey.txt checkpoint.old checkpoint.new consistency.json</pre>
 *
 * <p>The last file is what {@code /log/consistency?from=<old size>&to=<new size>} answers; two
 * checkpoints of one size need none, nor does the one of the empty log. Shares no code with the service, nor with {@code
 * VerifyProof.java}: each is one file to take along. Ends with 0 when everything holds, else with 1
 * and the step that does not.
 */
public class VerifyConsistency {
  private static final Pattern HASH = Pattern.compile("\"([A-Za-z0-9+/]{43}=)\"");

  private final String[] keys;

  VerifyConsistency(String[] keys) {
    this.keys = keys;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 3 || arguments.length > 4) {
      System.err.println(
          "usage: java VerifyConsistency.java <vkey file> <old checkpoint> <new checkpoint>"
              + " [<consistency.json>]");
      System.exit(2);
    }
    try {
      String[] keys = Files.readString(Path.of(arguments[0])).strip().split("\n");
      String older = Files.readString(Path.of(arguments[1]));
      String newer = Files.readString(Path.of(arguments[2]));
      String proof = arguments.length == 4 ? Files.readString(Path.of(arguments[3])) : "";
      new VerifyConsistency(keys).verify(older, newer, proof);
    } catch (Refuted reason) {
      System.out.println("FAILED: " + reason.getMessage());
      System.exit(1);
    }
  }

  /** A step that does not hold. */
  static class Refuted extends RuntimeException {
    Refuted(String reason) {
      super(reason);
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Refuted(otherwise);
    }
  }

  void verify(String older, String newer, String proof) throws GeneralSecurityException {
    System.out.println("ok: the old checkpoint is signed by " + signerOf(older));
    System.out.println("ok: the new checkpoint is signed by " + signerOf(newer));
    long first = size(older);
    long second = size(newer);
    require(first <= second, "the new checkpoint is of the smaller tree");
    if (first == second) {
      require(root(older).equals(root(newer)), "two trees of one size have two roots");
    } else if (first == 0) {
      require(root(older).equals(base64(sha256())), "the empty tree has another root");
    } else {
      secondContinuesFirst(first, second, older, newer, hashes(proof));
    }
    System.out.println("verified: the log of " + second + " leaves continues that of " + first);
  }

  /** RFC 9162, section 2.1.4.2. */
  private static void secondContinuesFirst(
      long first, long second, String older, String newer, List<byte[]> hashes)
      throws GeneralSecurityException {
    List<byte[]> path = new ArrayList<>(hashes);
    if (Long.bitCount(first) == 1) {
      path.add(0, Base64.getDecoder().decode(root(older)));
    }
    require(!path.isEmpty(), "the proof is too short");
    long node = first - 1;
    long last = second - 1;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    byte[] before = path.get(0);
    byte[] after = path.get(0);
    for (byte[] sibling : path.subList(1, path.size())) {
      require(last > 0, "the proof is too long");
      if ((node & 1) == 1 || node == last) {
        before = sha256(new byte[] {1}, sibling, before);
        after = sha256(new byte[] {1}, sibling, after);
        while ((node & 1) == 0 && node > 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        after = sha256(new byte[] {1}, after, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    require(last == 0, "the proof is too short");
    require(base64(before).equals(root(older)), "the proof leads to another old root");
    require(base64(after).equals(root(newer)), "the proof leads to another new root");
  }

  private static List<byte[]> hashes(String proof) {
    Matcher list = Pattern.compile("\"hashes\"\\s*:\\s*\\[([^\\]]*)\\]").matcher(proof);
    require(list.find(), "the proof has no hashes");
    return HASH.matcher(list.group(1))
        .results()
        .map(hash -> Base64.getDecoder().decode(hash.group(1)))
        .toList();
  }

  /** Of a checkpoint whose signature holds: what is signed has a size and a root of 32 bytes. */
  private static long size(String checkpoint) {
    String size = line(checkpoint, 1);
    require(size.matches("0|[1-9][0-9]{0,17}"), "the checkpoint has no size");
    return Long.parseLong(size);
  }

  private static String root(String checkpoint) {
    String root = line(checkpoint, 2);
    require(HASH.matcher('"' + root + '"').matches(), "the checkpoint has no root");
    return root;
  }

  private static String line(String checkpoint, int index) {
    String[] lines = checkpoint.split("\n");
    require(lines.length > index, "the checkpoint is too short");
    return lines[index];
  }

  /** C2SP signed-note: the signature covers everything before the empty line. */
  private String signerOf(String checkpoint) throws GeneralSecurityException {
    int blank = checkpoint.indexOf("\n\n");
    require(blank > 0, "the checkpoint has no signatures");
    String text = checkpoint.substring(0, blank + 1);
    for (String key : keys) {
      String[] parts = key.split("\\+", 3);
      require(parts.length == 3, "not a verifier key: " + key);
      require(text.startsWith(parts[0] + "\n"), "the checkpoint is not of the log " + parts[0]);
      for (String line : checkpoint.substring(blank + 2).split("\n")) {
        if (line.startsWith("\u2014 " + parts[0] + " ") && isSigned(text, line, parts)) {
          return parts[0] + "+" + parts[1];
        }
      }
    }
    throw new Refuted("the checkpoint is not signed by any of the keys");
  }

  private static boolean isSigned(String text, String line, String[] key)
      throws GeneralSecurityException {
    byte[] signature = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
    byte[] typed = Base64.getDecoder().decode(key[2]);
    byte[] name = key[0].getBytes(StandardCharsets.UTF_8);
    byte[] id = Arrays.copyOf(sha256(name, new byte[] {'\n'}, typed), 4);
    boolean known = typed.length == 33 && typed[0] == 1 && key[1].equals(hex(id));
    require(known, "not an Ed25519 verifier key: " + String.join("+", key));
    if (!Arrays.equals(id, Arrays.copyOf(signature, 4))) {
      return false; // by another key of this name
    }
    Signature ed25519 = Signature.getInstance("Ed25519");
    ed25519.initVerify(publicKey(Arrays.copyOfRange(typed, 1, 33)));
    ed25519.update(text.getBytes(StandardCharsets.UTF_8));
    return ed25519.verify(Arrays.copyOfRange(signature, 4, signature.length));
  }

  /** RFC 8032, section 5.1.2: little-endian, with the sign of x in the highest bit. */
  private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
    byte[] y = new byte[32];
    for (int i = 0; i < 32; i++) {
      y[i] = encoded[31 - i];
    }
    boolean odd = (y[0] & 0x80) != 0;
    y[0] &= 0x7f;
    EdECPoint point = new EdECPoint(odd, new BigInteger(1, y));
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
  }

  private static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    for (byte[] part : parts) {
      sha256.update(part);
    }
    return sha256.digest();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
