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
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies one observation of Liveness Ledger offline, with nothing but a JDK (17 or newer):
 *
 * <pre>java VerifyProof.java vkey.txt proof.json [body]</pre>
 *
 * <p>Shares no code with the service, so that its reader has to trust neither. Ends with 0 when
 * everything holds, else with 1 and the step that does not.
 */
public class VerifyProof {
  private static final String BASE64 = "[A-Za-z0-9+/]+={0,2}";

  private final String[] keys;
  private final String proof;
  private final byte[] body;

  VerifyProof(String[] keys, String proof, byte[] body) {
    this.keys = keys;
    this.proof = proof;
    this.body = body;
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 2 || arguments.length > 3) {
      System.err.println("usage: java VerifyProof.java <vkey file> <proof.json> [<body file>]");
      System.exit(2);
    }
    try {
      String keys = Files.readString(Path.of(arguments[0]));
      String proof = Files.readString(Path.of(arguments[1]));
      byte[] body = arguments.length == 3 ? Files.readAllBytes(Path.of(arguments[2])) : null;
      new VerifyProof(keys.strip().split("\n"), proof, body).verify();
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

  void verify() throws GeneralSecurityException {
    String statement = text(proof, "statement");
    String leaf = text(proof, "leaf");
    if (body != null) {
      bodyFitsStatement(statement);
    }
    statementFitsLeaf(statement, leaf);
    byte[] root = rootAboveLeaf(leaf);
    String checkpoint = text(proof, "checkpoint");
    checkpointIsOf(checkpoint, root);
    String signer = signerOf(checkpoint);
    System.out.println("ok: the checkpoint is signed by " + signer);
    System.out.println("verified: " + fact(statement));
  }

  private static String fact(String statement) {
    if (text(statement, "kind").equals("access-event")) {
      return "access event "
          + text(statement, "action")
          + ", "
          + text(statement, "outcome")
          + ", at "
          + text(statement, "at");
    }
    return "record "
        + text(statement, "recordId")
        + ", observation "
        + number(statement, "observation")
        + ", stored at "
        + text(statement, "storedAt");
  }

  private void bodyFitsStatement(String statement) throws GeneralSecurityException {
    String digest = "sha-256=:" + base64(sha256(body)) + ":";
    require(digest.equals(text(statement, "bodyDigest")), "the body is not the stated one");
    System.out.println("ok: the body is the stated one, " + digest);
  }

  private void statementFitsLeaf(String statement, String leaf) throws GeneralSecurityException {
    byte[] salt = Base64.getDecoder().decode(text(proof, "salt"));
    require(salt.length == 32, "the salt does not have 32 bytes");
    String commitment = base64(sha256(salt, statement.getBytes(StandardCharsets.UTF_8)));
    require(
        commitment.equals(text(leaf, "commitment")),
        "statement and salt do not make the leaf's commitment");
    System.out.println("ok: the leaf commits to the statement, " + commitment);
  }

  /** RFC 9162, section 2.1.3.2. */
  private byte[] rootAboveLeaf(String leaf) throws GeneralSecurityException {
    long node = number(proof, "logIndex");
    long last = number(proof, "treeSize") - 1;
    require(node >= 0 && node <= last, "the leaf's index is not in the tree");
    byte[] hash = sha256(new byte[] {0}, leaf.getBytes(StandardCharsets.UTF_8));
    for (byte[] sibling : hashes()) {
      require(last > 0, "the proof is too long");
      if ((node & 1) == 1 || node == last) {
        hash = sha256(new byte[] {1}, sibling, hash);
        while ((node & 1) == 0 && node > 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = sha256(new byte[] {1}, hash, sibling);
      }
      node >>= 1;
      last >>= 1;
    }
    require(last == 0, "the proof is too short");
    require(base64(hash).equals(text(proof, "rootHash")), "the proof leads to another root");
    System.out.println("ok: the leaf is in the tree with root " + base64(hash));
    return hash;
  }

  private byte[][] hashes() {
    Matcher list = Pattern.compile("\"hashes\"\\s*:\\s*\\[([^\\]]*)\\]").matcher(proof);
    require(list.find(), "the proof has no hashes");
    byte[][] hashes =
        Pattern.compile("\"(" + BASE64 + ")\"")
            .matcher(list.group(1))
            .results()
            .map(hash -> Base64.getDecoder().decode(hash.group(1)))
            .toArray(byte[][]::new);
    require(Arrays.stream(hashes).allMatch(hash -> hash.length == 32), "a hash is not 32 bytes");
    return hashes;
  }

  private void checkpointIsOf(String checkpoint, byte[] root) {
    String[] lines = checkpoint.split("\n");
    require(
        lines.length > 3
            && lines[1].equals(String.valueOf(number(proof, "treeSize")))
            && lines[2].equals(base64(root)),
        "the checkpoint is of another tree");
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

  /** The string with this name in a JSON object; its first one, at whatever depth. */
  private static String text(String json, String name) {
    Matcher member =
        Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"")
            .matcher(json);
    require(member.find(), "there is no " + name);
    return unescaped(member.group(1));
  }

  private static long number(String json, String name) {
    Matcher member = Pattern.compile("\"" + name + "\"\\s*:\\s*([0-9]{1,18})\\b").matcher(json);
    require(member.find(), "there is no " + name);
    return Long.parseLong(member.group(1));
  }

  private static String unescaped(String json) {
    return Pattern.compile("\\\\(u[0-9A-Fa-f]{4}|.)")
        .matcher(json)
        .replaceAll(escape -> Matcher.quoteReplacement(character(escape.group(1))));
  }

  private static String character(String escape) {
    switch (escape.charAt(0)) {
      case 'u':
        return String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
      case 'n':
        return "\n";
      case 'r':
        return "\r";
      case 't':
        return "\t";
      case 'b':
        return "\b";
      case 'f':
        return "\f";
      default:
        return escape;
    }
  }
}
