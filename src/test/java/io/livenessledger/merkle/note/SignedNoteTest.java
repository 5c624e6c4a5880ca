package io.livenessledger.merkle.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signed notes (C2SP signed-note), with the vector that the specification shares with Go's. */
class SignedNoteTest {
  private static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  private static final String SEED = "AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  private static final String VKEY =
      "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  private static final String NOTE =
      TEXT
          + "\n"
          + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqf"
          + "qdngotpRZb6KE6RyyBwJnAM=\n";

  private final NoteVerifier neumann = NoteVerifier.parse(VKEY);

  @Test
  void theVectorOfTheSpecification() throws Exception {
    byte[] typed = Base64.getDecoder().decode(SEED);
    NoteSigner signer = NoteSigner.of("PeterNeumann", key(Arrays.copyOfRange(typed, 1, 33)));

    assertEquals(VKEY, signer.verifier().vkey());
    assertEquals("c74f20a3", signer.verifier().keyIdHex());
    assertEquals(NOTE, SignedNote.sign(TEXT, List.of(signer)).encode());
    assertEquals(Set.of(neumann), SignedNote.parse(NOTE).verify(List.of(neumann)));
    assertEquals(TEXT, SignedNote.parse(NOTE).text());
  }

  /** RFC 8032 §7.1, tests 1 to 3. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
            + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
            + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"
            + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
      })
  void thePublicKeyFollowsFromThePrivateOne(String both) throws Exception {
    byte[] keys = HexFormat.of().parseHex(both);
    NoteVerifier verifier = NoteSigner.of("log", key(Arrays.copyOf(keys, 32))).verifier();

    byte[] typed = Base64.getDecoder().decode(verifier.vkey().split("\\+", 3)[2]);

    assertEquals(both.substring(64), HexFormat.of().formatHex(typed, 1, 33));
  }

  @Test
  void severalKeysSignAndUnknownOnesArePassedOver() throws Exception {
    NoteSigner one = generated("one");
    NoteSigner other = generated("other");
    NoteSigner sameName = generated("one");
    SignedNote note = SignedNote.parse(SignedNote.sign(TEXT, List.of(one, other)).encode());

    assertEquals(Set.of(one.verifier()), note.verify(List.of(one.verifier(), neumann)));
    assertEquals(
        Set.of(one.verifier(), other.verifier()),
        note.verify(List.of(other.verifier(), one.verifier())));
    assertThrows(InvalidNoteException.class, () -> note.verify(List.of(neumann)));
    assertThrows(InvalidNoteException.class, () -> note.verify(List.of(sameName.verifier())));
    assertThrows(InvalidNoteException.class, () -> note.verify(List.of()));
  }

  @Test
  void aWrongSignatureOfAKnownKeyIsNotMadeGoodByAnother() throws Exception {
    NoteSigner one = generated("one");
    NoteSigner other = generated("other");
    SignedNote good = SignedNote.sign(TEXT, List.of(one, other));
    NoteSignature first = good.signatures().get(0);
    for (int i = 0; i < first.bytes().length; i++) {
      byte[] bytes = first.bytes().clone();
      bytes[i] ^= 1;
      NoteSignature wrong = new NoteSignature(first.name(), first.keyId(), bytes);
      SignedNote bad = new SignedNote(TEXT, List.of(wrong, good.signatures().get(1)));

      assertThrows(
          InvalidNoteException.class, () -> bad.verify(List.of(one.verifier(), other.verifier())));
      assertEquals(Set.of(other.verifier()), bad.verify(List.of(other.verifier())));
    }
    byte[] cut = Arrays.copyOf(first.bytes(), 63);
    SignedNote cutOff = new SignedNote(TEXT, List.of(new NoteSignature("one", first.keyId(), cut)));
    assertThrows(InvalidNoteException.class, () -> cutOff.verify(List.of(one.verifier())));
  }

  @Test
  void anotherTextIsNotSigned() {
    SignedNote other = SignedNote.parse(NOTE.replace("answer", "Answer"));
    assertThrows(InvalidNoteException.class, () -> other.verify(List.of(neumann)));
  }

  @Test
  void whatIsNoNoteIsNotRead() {
    String signature = NOTE.substring(NOTE.indexOf("— "));
    for (String note :
        List.of(
            "",
            "\n",
            "\n\n",
            TEXT,
            TEXT + "\n",
            TEXT + signature,
            "\n" + signature.strip(),
            NOTE.substring(0, NOTE.length() - 1),
            NOTE + "\n",
            NOTE + "x\n",
            NOTE.replace("\n", "\r\n"),
            NOTE.replace("—", "-"),
            NOTE.replace("— ", "—"),
            NOTE.replace("PeterNeumann ", "PeterNeumann  "),
            NOTE.replace("PeterNeumann ", "Peter+Neumann "),
            NOTE.replace("PeterNeumann ", ""),
            NOTE.replace("JnAM=", "JnAN="),
            NOTE.replace("JnAM=", "JnAM"),
            NOTE.replace("JnAM=", "JnAM=="),
            NOTE.replace("x08go/", "x08go_"),
            TEXT + "\n— PeterNeumann x08g\n",
            TEXT + "\n— PeterNeumann \n",
            NOTE.replace("answer", "ans\u0000wer"),
            NOTE.replace("answer", "ans\twer"),
            NOTE.replace("answer", "ans\ud800wer"),
            TEXT + "\n" + signature.repeat(101))) {
      assertThrows(InvalidNoteException.class, () -> SignedNote.parse(note), note);
    }
    assertThrows(InvalidNoteException.class, () -> SignedNote.sign("no end", List.of()));
    assertEquals(100, SignedNote.parse(TEXT + "\n" + signature.repeat(100)).signatures().size());
    String withBlank = "a\n\nb\n\n" + signature;
    assertEquals("a\n\nb\n", SignedNote.parse(withBlank).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a3",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+Ahpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10T",
        "PeterNeumann+c74f20a3+ARpc",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n"
      })
  void whatIsNoVerifierKeyIsNotRead(String vkey) {
    assertThrows(InvalidNoteException.class, () -> NoteVerifier.parse(vkey));
  }

  @Test
  void onlyEd25519KeysWithNamesSign() throws Exception {
    PrivateKey rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    PrivateKey ed448 = KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPrivate();
    assertThrows(IllegalArgumentException.class, () -> NoteSigner.of("log", rsa));
    assertThrows(IllegalArgumentException.class, () -> NoteSigner.of("log", ed448));
    PrivateKey key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
    for (String name : List.of("", "a b", "a+b", "a\nb", "a\u00a0b", "a\u2003b")) {
      assertThrows(InvalidNoteException.class, () -> NoteSigner.of(name, key), name);
    }
    assertTrue(NoteSigner.of("example.com/log", key).verifier().vkey().startsWith("example.com/"));
  }

  static NoteSigner generated(String name) throws Exception {
    return NoteSigner.of(
        name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
  }

  private static PrivateKey key(byte[] seed) throws Exception {
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
  }
}
