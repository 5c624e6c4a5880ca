package io.livenessledger.access.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.access.event.AccessEvent;
import io.livenessledger.ledger.check.LoggedLeaf;
import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.ledger.log.Opening;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Compares an event's row with its leaf and with itself. */
final class StoredEvent {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TEXTS = List.of("action", "outcome", "subject", "purpose");

  private StoredEvent() {}

  /** What differs, in sentences that quote no value. */
  static List<String> differences(Row row, LoggedLeaf leaf) {
    try {
      return compared(row, leaf);
    } catch (RuntimeException | IOException unlikeAnythingWritten) {
      return List.of("A stored value is none that the program writes.");
    }
  }

  private static List<String> compared(Row row, LoggedLeaf leaf) throws IOException {
    List<String> differences = new ArrayList<>();
    Opening opening =
        new Opening(
            row.get(Buffer.class, "salt").getBytes(),
            row.get(Buffer.class, "statement").getBytes());
    JsonNode statement = JSON.readTree(opening.statement());
    Instant at = Instant.parse(statement.path("at").asText());
    Leaf expected = new Leaf(at, opening.commitment(), AccessEvent.KIND);
    if (!Arrays.equals(expected.data(), leaf.data())) {
      differences.add("Its statement is not what leaf " + leaf.index() + " commits to.");
    }
    if (!at.equals(row.getOffsetDateTime("at").toInstant())) {
      differences.add("Its time is not what its statement says.");
    }
    for (String name : TEXTS) {
      if (!Objects.equals(statement.path(name).textValue(), row.getString(name))) {
        differences.add("Its " + name + " is not what its statement says.");
      }
    }
    if (!namesRecords(row, JSON.treeToValue(statement.path("recordIds"), String[].class))) {
      differences.add("Its records are not what its statement says.");
    }
    return differences;
  }

  /** One record is in one column, several are in the other. */
  private static boolean namesRecords(Row row, String[] said) {
    return Objects.equals(row.getString("record_id"), said.length == 1 ? said[0] : null)
        && Arrays.equals(row.getArrayOfStrings("record_ids"), said.length > 1 ? said : null);
  }
}
