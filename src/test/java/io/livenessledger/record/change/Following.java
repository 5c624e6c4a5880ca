package io.livenessledger.record.change;

import io.livenessledger.testkit.Api;
import io.livenessledger.testkit.Log;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the feed page by page, as a compliance system does. */
final class Following {
  static final String CHANGES = "/v1/changes";

  private final int pageSize;
  private final List<Map<String, Object>> items = new ArrayList<>();
  private String next;

  /**
   * @param next where to begin; null for the beginning
   */
  Following(String next, int pageSize) {
    this.next = next;
    this.pageSize = pageSize;
  }

  /** The place behind all that is committed now. */
  static String end() {
    Log.published();
    Following all = new Following(null, 500);
    all.toTheEnd();
    return all.next;
  }

  /** Reads on until there is nothing more for now. */
  List<Map<String, Object>> toTheEnd() {
    String before;
    do {
      before = next;
      page();
    } while (!next.equals(before));
    return items;
  }

  /** All that is committed now, behind where it began. */
  List<Map<String, Object>> published() {
    Log.published();
    return toTheEnd();
  }

  /** Reads the next page; everything so far. */
  List<Map<String, Object>> page() {
    RequestSpecification call = Api.as("viewer").queryParam("pageSize", pageSize);
    if (next != null) {
      call.queryParam("after", next);
    }
    JsonPath page = call.get(CHANGES).then().statusCode(200).extract().jsonPath();
    items.addAll(page.getList("items"));
    next = page.getString("next");
    return items;
  }

  String next() {
    return next;
  }

  /** What changed, as record, change, revision and observation. */
  static List<String> told(List<Map<String, Object>> items) {
    return items.stream()
        .map(
            i ->
                i.get("recordId")
                    + " "
                    + i.get("change")
                    + " "
                    + i.get("revision")
                    + " "
                    + i.get("observation"))
        .toList();
  }
}
