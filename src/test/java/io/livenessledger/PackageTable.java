package io.livenessledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The package table of {@code docs/ARCHITECTURE.md}: for each package what it may import. Read from
 * the Markdown under the header {@code | package | owns | may import |}; in the last column stand
 * names of other rows, or a dash for none, and anything in brackets is a remark. A table that
 * cannot be read in full is an {@link IllegalArgumentException}: a row left out would be a rule
 * left out.
 */
record PackageTable(Map<String, Set<String>> mayImport) {
  static final Path DOCUMENT = Path.of("docs/ARCHITECTURE.md");

  static PackageTable read() {
    try {
      return parse(Files.readAllLines(DOCUMENT));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + DOCUMENT.toAbsolutePath(), e);
    }
  }

  static PackageTable parse(List<String> markdown) {
    int header = markdown.indexOf("| package | owns | may import |");
    if (header < 0) {
      throw new IllegalArgumentException("no package table");
    }
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    markdown.stream()
        .skip(header + 2L)
        .takeWhile(line -> line.startsWith("|"))
        .forEach(line -> addRow(rows, line));
    rows.forEach((name, imports) -> requireRows(rows.keySet(), name, imports));
    return new PackageTable(rows);
  }

  private static void addRow(Map<String, Set<String>> rows, String line) {
    String[] cells = line.split("\\|", -1);
    if (cells.length != 5 || !cells[1].trim().matches("`[a-z]+`")) {
      throw new IllegalArgumentException("not a row of the package table: " + line);
    }
    String name = cells[1].trim().replace("`", "");
    String imports = cells[3].replaceAll("\\(.*\\)", "").trim();
    Set<String> names =
        imports.equals("–")
            ? Set.of()
            : new LinkedHashSet<>(Arrays.asList(imports.split("\\s+", -1)));
    if (rows.put(name, names) != null) {
      throw new IllegalArgumentException("two rows for " + name);
    }
  }

  private static void requireRows(Set<String> rows, String name, Set<String> imports) {
    for (String imported : imports) {
      if (!rows.contains(imported)) {
        throw new IllegalArgumentException(
            name + " may import '" + imported + "', which has no row");
      }
    }
  }
}
