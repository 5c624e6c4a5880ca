package io.livenessledger.canonical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SortedJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void isTheCanonicalFormWhateverTheCharacters() throws IOException {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 97) {
      assertCanonical(objectOf(SortedJson.storable("a" + Character.toString(c) + "\\u" + c)));
    }
  }

  @Test
  void isTheCanonicalFormOfRandomText() throws IOException {
    Random random = new Random(20261123);
    for (int i = 0; i < 2000; i++) {
      char[] text = new char[random.nextInt(12)];
      for (int at = 0; at < text.length; at++) {
        text[at] = (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(65536));
      }
      assertCanonical(objectOf(SortedJson.storable(new String(text))));
    }
  }

  @Test
  void anUnpairedSurrogateIsWhatTheStoreMakesOfIt() {
    assertEquals("a?b", SortedJson.storable("a\ud800b"));
    assertEquals("\ud83d\ude00", SortedJson.storable("\ud83d\ude00"));
  }

  private static SortedMap<String, Object> objectOf(String text) {
    SortedMap<String, Object> inner = new TreeMap<>();
    inner.put(text, text);
    inner.put("b", Arrays.asList(text, null, true));
    SortedMap<String, Object> object = new TreeMap<>();
    object.put("z" + text, inner);
    object.put("n", List.of(0, -1, Integer.MAX_VALUE));
    object.put(text, null);
    return object;
  }

  private static void assertCanonical(SortedMap<String, Object> object) throws IOException {
    byte[] written = SortedJson.of(object);

    assertArrayEquals(CanonicalJson.of(new String(written, UTF_8)), written);
    assertEquals(JSON.valueToTree(object), JSON.readTree(written));
  }
}
