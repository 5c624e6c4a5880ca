package io.livenessledger.merkle.note;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;

/** A key that signs notes. */
public final class NoteSigner {
  private final PrivateKey key;
  private final NoteVerifier verifier;

  private NoteSigner(PrivateKey key, NoteVerifier verifier) {
    this.key = key;
    this.verifier = verifier;
  }

  /**
   * A signer with this name and key.
   *
   * @throws IllegalArgumentException when it is not an Ed25519 key that can be read
   * @throws InvalidNoteException when a key cannot have this name
   */
  public static NoteSigner of(String name, PrivateKey key) {
    if (key instanceof EdECPrivateKey edwards
        && edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
      byte[] seed =
          edwards.getBytes().orElseThrow(() -> new IllegalArgumentException("The key is hidden"));
      return new NoteSigner(key, NoteVerifier.of(name, publicKey(seed)));
    }
    throw new IllegalArgumentException("Not an Ed25519 key");
  }

  /** What others verify this signer's notes with. */
  public NoteVerifier verifier() {
    return verifier;
  }

  /** Signs a note's text. */
  NoteSignature sign(String text) {
    try {
      Signature ed25519 = Signature.getInstance(NoteVerifier.ALGORITHM);
      ed25519.initSign(key);
      ed25519.update(text.getBytes(StandardCharsets.UTF_8));
      return new NoteSignature(verifier.name(), verifier.id(), ed25519.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The JDK derives an Ed25519 public key nowhere but in its generator, which asks its source of
   * randomness for nothing but the 32 bytes of the private key.
   */
  private static EdECPublicKey publicKey(byte[] seed) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(NoteVerifier.ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
      return (EdECPublicKey) generator.generateKeyPair().getPublic();
    } catch (GeneralSecurityException e) {
      // Every JDK since 15 has Ed25519
      throw new IllegalStateException(e);
    }
  }

  private static final class Fixed extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Fixed(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] target) {
      if (target.length != bytes.length) {
        throw new IllegalStateException("The generator asks for " + target.length + " bytes");
      }
      System.arraycopy(bytes, 0, target, 0, target.length);
    }
  }
}
