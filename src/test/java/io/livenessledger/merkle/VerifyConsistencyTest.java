package io.livenessledger.merkle;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.livenessledger.canonical.Digest;
import io.livenessledger.merkle.note.NoteSigner;
import io.livenessledger.merkle.note.SignedNote;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The auditors' verifier of a growing log, with every tree up to 70 leaves, and against forgeries.
 */
class VerifyConsistencyTest {
  private static final String SOURCE = "docs/verifying/VerifyConsistency.java";
  private static final String ORIGIN = "log.example/log";
  private static final int LARGEST = 70;

  @TempDir static Path compiled;

  private static NoteSigner signer;
  private static Object verifier;
  private static Method verify;

  private final Reference reference = new Reference();

  @BeforeAll
  static void compile() throws Exception {
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", compiled.toString(), SOURCE);
    assertEquals(0, failed);
    signer =
        NoteSigner.of(
            ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
    ClassLoader loader = new URLClassLoader(new URL[] {compiled.toUri().toURL()}, null);
    Class<?> program = loader.loadClass("VerifyConsistency");
    Constructor<?> made = program.getDeclaredConstructor(String[].class);
    made.setAccessible(true);
    verifier = made.newInstance((Object) new String[] {signer.verifier().vkey()});
    verify = program.getDeclaredMethod("verify", String.class, String.class, String.class);
    verify.setAccessible(true);
  }

  @Test
  void everyTreeContinuesEverySmallerOne() {
    for (int to = 1; to <= LARGEST; to++) {
      for (int from = 1; from <= to; from++) {
        String older = checkpoint(from, reference.root(0, from));
        String newer = checkpoint(to, reference.root(0, to));
        String proof = from == to ? "" : proof(reference.subproof(from, 0, to, true));
        assertDoesNotThrow(() -> verified(older, newer, proof), from + " to " + to);
      }
    }
  }

  @Test
  void everyTreeContinuesTheEmptyOne() {
    String newer = checkpoint(7, reference.root(0, 7));

    assertDoesNotThrow(() -> verified(checkpoint(0, TreeHash.empty()), newer, ""));
    assertRefuted(checkpoint(0, reference.root(0, 1)), newer, "");
  }

  @Test
  void aLogThatForgetsIsFound() {
    Digest other = TreeHash.ofLeaf(new byte[] {1});
    for (int to = 2; to <= 20; to++) {
      for (int from = 1; from < to; from++) {
        List<Digest> hashes = reference.subproof(from, 0, to, true);
        String older = checkpoint(from, reference.root(0, from));
        String newer = checkpoint(to, reference.root(0, to));
        assertRefuted(checkpoint(from, other), newer, proof(hashes));
        assertRefuted(older, checkpoint(to, other), proof(hashes));
        assertRefuted(newer, older, proof(hashes));
        assertRefuted(older, newer, proof(hashes.subList(1, hashes.size())));
        assertRefuted(older, newer, proof(more(hashes, other)));
        assertRefuted(older, newer, "{}");
      }
    }
    assertRefuted(checkpoint(3, reference.root(0, 3)), checkpoint(3, other), "");
  }

  @Test
  void aCheckpointOfAnotherKeyOrLogIsRefuted() throws Exception {
    String older = checkpoint(3, reference.root(0, 3));
    String newer = checkpoint(7, reference.root(0, 7));
    String proof = proof(reference.subproof(3, 0, 7, true));

    assertRefuted(older.replace("\n3\n", "\n4\n"), newer, proof);
    assertRefuted(older, newer.replace("\n7\n", "\n8\n"), proof);
    assertRefuted(older, newer.replace(ORIGIN, "other.example/log"), proof);
    NoteSigner another =
        NoteSigner.of(
            ORIGIN, KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate());
    assertRefuted(older, checkpoint(7, reference.root(0, 7), another), proof);
    assertRefuted(older, "", proof);
  }

  private static String checkpoint(int size, Digest root) {
    return checkpoint(size, root, signer);
  }

  private static String checkpoint(int size, Digest root, NoteSigner by) {
    String text = ORIGIN + "\n" + size + "\n" + root.base64() + "\n";
    return SignedNote.sign(text, List.of(by)).encode();
  }

  private static String proof(List<Digest> hashes) {
    return hashes.stream()
        .map(hash -> "\"" + hash.base64() + "\"")
        .collect(Collectors.joining(",", "{\"hashes\":[", "]}"));
  }

  private static List<Digest> more(List<Digest> hashes, Digest last) {
    return Stream.concat(hashes.stream(), Stream.of(last)).toList();
  }

  private static void assertRefuted(String older, String newer, String proof) {
    Throwable why =
        assertThrows(RuntimeException.class, () -> verified(older, newer, proof), proof);
    assertTrue(why.getClass().getName().endsWith("Refuted"), why.toString());
  }

  private static void verified(String older, String newer, String proof) throws Throwable {
    try {
      verify.invoke(verifier, older, newer, proof);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
