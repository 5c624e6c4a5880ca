package io.livenessledger;

import static io.livenessledger.testkit.Api.refresh;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.livenessledger.testkit.SandboxTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's table of what the sandbox knows: each id answers as its row says. */
@SandboxTest
class ReadmeSandboxTableTest {
  private static final Path RECORDS = Path.of("src/main/resources/sandbox");
  private static final String SECOND = ".second.json";
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| (?:`([^`]+)`|any other) \\| [^|]+ \\| [^|]+"
              + " \\| (\\d{3} `[^`]+`) \\| (\\d{3} `[^`]+`) \\|$",
          Pattern.MULTILINE);

  /** A row; for the row of any other id, one that nobody has. */
  private record Row(String id, String first, String next) {
    static Row of(MatchResult match) {
      String id = match.group(1) == null ? "nobody-has-this-id" : match.group(1);
      return new Row(id, match.group(2), match.group(3));
    }
  }

  @Test
  void everyIdAnswersAsItsRowSays() throws IOException {
    for (Row row : rows()) {
      assertEquals(row.first(), outcome(refresh(row.id())), () -> "first refresh of " + row.id());
      assertEquals(row.next(), outcome(refresh(row.id())), () -> "next refresh of " + row.id());
    }
  }

  @Test
  void everyRecordOfTheSandboxHasARow() throws IOException {
    Set<String> expected = new TreeSet<>(Set.of("690fa1b2aaaaaaaaaaaa0008", "nobody-has-this-id"));
    try (Stream<Path> files = Files.list(RECORDS)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(SECOND))
          .forEach(name -> expected.add(name.replace(".json", "")));
    }
    assertEquals(
        expected, rows().stream().map(Row::id).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static List<Row> rows() throws IOException {
    String readme = Files.readString(Path.of("README.md"), UTF_8);
    return ROW.matcher(readme).results().map(Row::of).toList();
  }

  private static String outcome(Response answer) {
    String problem = answer.path("type");
    String name = problem == null ? answer.path("result") : problem.replaceFirst(".*/", "");
    return answer.statusCode() + " `" + name + "`";
  }
}
