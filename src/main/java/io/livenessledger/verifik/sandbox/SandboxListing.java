package io.livenessledger.verifik.sandbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Pages in the envelope of the flat family: {@code {data:[…], total, limit, page, pages}}. */
final class SandboxListing {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private SandboxListing() {}

  /**
   * One page.
   *
   * @param files answers to fetches, one record each
   * @param page from 1; empty behind the last
   * @param status only records of that status, so no flat ones; null for all
   */
  static byte[] page(List<byte[]> files, int page, int limit, String status) throws IOException {
    List<JsonNode> items = new ArrayList<>();
    for (byte[] file : files) {
      JsonNode item = item(JSON.readTree(file).get("data"));
      if (status == null || status.equals(item.path("status").textValue())) {
        items.add(item);
      }
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.putArray("data").addAll(items.stream().skip((page - 1L) * limit).limit(limit).toList());
    answer.put("total", items.size()).put("limit", limit).put("page", page);
    answer.put("pages", (items.size() + limit - 1) / limit);
    return JSON.writeValueAsBytes(answer);
  }

  /** The vendor's list items lack these members of nested records: an item is no full record. */
  private static JsonNode item(JsonNode data) {
    ((ObjectNode) data).remove(List.of("calibrationSettings", "validationFlags"));
    for (JsonNode result : data.path("validationResults")) {
      ((ObjectNode) result).remove("details");
    }
    return data;
  }
}
