package io.livenessledger.verifik.list;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.livenessledger.verifik.list.ListPage.Item;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the bytes of a page in either envelope: {@code {data:[…], total, pages}} or {@code
 * {data:[…], pagination:{total, pages}}}.
 */
public final class ListReader {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
  private static final String PAGES = "pages";
  private static final String TOTAL = "total";

  private final ObjectMapper json = new ObjectMapper();

  /** The page; empty when the bytes are none, whatever they are. */
  public Optional<ListPage> read(byte[] body) {
    try {
      return Optional.ofNullable(page(json.readTree(body)));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }

  private static ListPage page(JsonNode answer) {
    JsonNode data = answer.path("data");
    if (!data.isArray()) {
      return null;
    }
    List<Item> items = new ArrayList<>();
    for (JsonNode item : data) {
      String id = item.path("_id").textValue();
      if (id != null && ID.matcher(id).matches()) {
        items.add(new Item(id, instant(item.path("createdAt").textValue())));
      }
    }
    int nameless = data.size() - items.size();
    return new ListPage(items, nameless, number(answer, PAGES), number(answer, TOTAL));
  }

  /** Beside the data or under {@code pagination}. */
  private static Integer number(JsonNode answer, String name) {
    JsonNode beside = answer.path(name);
    JsonNode number = beside.isNumber() ? beside : answer.path("pagination").path(name);
    boolean isCount = number.isIntegralNumber() && number.canConvertToInt();
    return isCount && number.intValue() >= 0 ? number.intValue() : null;
  }

  private static Instant instant(String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      return null;
    }
  }
}
