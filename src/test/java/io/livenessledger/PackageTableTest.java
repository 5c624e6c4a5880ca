package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackageTableTest {

  @Test
  void everyRowOfTheDocumentIsRead() {
    Map<String, Set<String>> rows = PackageTable.read().mayImport();

    assertEquals(20, rows.size());
    assertEquals(Set.of("vendor", "verifik", "record", "store", "problem"), rows.get("intake"));
    assertEquals(Set.of(), rows.get("canonical"));
    assertEquals(Set.of("canonical"), rows.get("merkle"));
  }

  @Test
  void aPackageStandsAboveWhatItMayImport() {
    Map<String, Set<String>> rows = PackageTable.read().mayImport();
    List<String> fromHighToLow = List.copyOf(rows.keySet());

    rows.forEach(
        (name, imports) -> {
          int below = fromHighToLow.indexOf(name) + 1;
          Set<String> lower = Set.copyOf(fromHighToLow.subList(below, fromHighToLow.size()));
          assertTrue(lower.containsAll(imports), name + " may import what stands above it");
        });
  }

  @Test
  void remarksInBracketsAreNoNames() {
    assertEquals(
        Map.of("high", Set.of("low"), "low", Set.of()),
        parse("| `high` | x | low |", "| `low` | x | – (plain Java: no Quarkus) |").mayImport());
  }

  @Test
  void anUnknownNameIsRefused() {
    assertRefused("which has no row", "| `high` | x | low |");
  }

  @Test
  void anEmptyCellIsRefused() {
    assertRefused("which has no row", "| `high` | x | |");
  }

  @Test
  void aSecondRowForAPackageIsRefused() {
    assertRefused("two rows", "| `low` | x | – |", "| `low` | y | – |");
  }

  @Test
  void aRowThatIsNoneIsRefused() {
    assertRefused("not a row", "| low | x | – |");
  }

  @Test
  void aMissingTableIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PackageTable.parse(List.of("# no table")));
  }

  private static void assertRefused(String why, String... rows) {
    var refusal = assertThrows(IllegalArgumentException.class, () -> parse(rows));
    assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
  }

  private static PackageTable parse(String... rows) {
    return PackageTable.parse(
        Stream.concat(
                Stream.of("| package | owns | may import |", "|---|---|---|"), Stream.of(rows))
            .toList());
  }
}
