package io.livenessledger.merkle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths of C2SP tlog-tiles: one spelling each. */
class TileTest {
  @Test
  void theExampleOfTheSpecification() {
    assertEquals("tile/0/x001/x234/067", new Tile(0, 1_234_067, 256).path());
    assertEquals("tile/63/000.p/1", new Tile(63, 0, 1).path());
    assertEquals("tile/entries/x001/x234/067.p/255", new EntryBundle(1_234_067, 255).path());
  }

  @Test
  void everyPathIsReadAsItWasWritten() {
    Random random = new Random(8);
    for (int i = 0; i < 2000; i++) {
      long index = random.nextLong() >>> (5 + random.nextInt(58));
      if (index < 1_000_000_000_000_000_000L) {
        Tile tile = new Tile(random.nextInt(64), index, 1 + random.nextInt(256));
        EntryBundle bundle = new EntryBundle(index, tile.width());
        assertEquals(Optional.of(tile), Tile.parse(tile.path()));
        assertEquals(Optional.of(bundle), EntryBundle.parse(bundle.path()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/01/000",
        "tile/64/000",
        "tile/100/000",
        "tile/-1/000",
        "tile/+1/000",
        "tile/0/x000/000",
        "tile/0/x000/x001/000",
        "tile/0/001/000",
        "tile/0/X001/000",
        "tile/0/x01/000",
        "tile/0/x001",
        "tile/0/000/",
        "/tile/0/000",
        "tile/0/000.p",
        "tile/0/000.p/",
        "tile/0/000.p/0",
        "tile/0/000.p/00",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/000.p/1000",
        "tile/0/000.p/-1",
        "tile/0/000.p/1/",
        "tile/0/000.P/1",
        "tile/0/000.p/1.p/1",
        "tile/0/٠٠٠",
        "tile/٠/000",
        "tile/0/000\n",
        "tile/0/000 ",
        "tile/0/x999/x999/x999/x999/x999/x999/x999/x999/999",
        "tile/0//000",
        "tile/0/../000",
        "tile/entries/000/x"
      })
  void noOtherSpellingIsRead(String path) {
    assertEquals(Optional.empty(), Tile.parse(path));
    String entries = path.replaceFirst("tile/[0-9٠]+/", "tile/entries/");
    if (!path.matches("tile/(0+|01|64|100|[-+]1|٠)/000")) {
      assertEquals(Optional.empty(), EntryBundle.parse(entries));
    }
  }

  @Test
  void bundlesAreReadAsTheyWereWritten() {
    List<byte[]> leaves = List.of(new byte[0], new byte[] {1}, new byte[65_535]);

    byte[] bundle = EntryBundle.encode(leaves);
    List<byte[]> read = EntryBundle.decode(bundle);

    assertArrayEquals(new byte[] {0, 0, 0, 1, 1, -1, -1}, Arrays.copyOf(bundle, 7));
    assertEquals(3, read.size());
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(leaves.get(i), read.get(i));
    }
    assertThrows(
        IllegalArgumentException.class, () -> EntryBundle.encode(List.of(new byte[65_536])));
    for (int length : new int[] {1, 3, 6, bundle.length - 1}) {
      byte[] cut = Arrays.copyOf(bundle, length);
      assertThrows(IllegalArgumentException.class, () -> EntryBundle.decode(cut));
    }
    assertEquals(List.of(), EntryBundle.decode(new byte[0]));
  }

  @Test
  void thereAreNoOtherTiles() {
    assertThrows(IllegalArgumentException.class, () -> new Tile(-1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Tile(64, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Tile(0, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Tile(0, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Tile(0, 0, 257));
    assertThrows(IllegalArgumentException.class, () -> new EntryBundle(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new EntryBundle(0, 257));
  }
}
