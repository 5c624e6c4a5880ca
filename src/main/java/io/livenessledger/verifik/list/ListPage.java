package io.livenessledger.verifik.list;

import java.time.Instant;
import java.util.List;

/**
 * A page of the vendor's list, as far as it tells which records there are.
 *
 * @param items in the vendor's order
 * @param nameless items without an id that could be asked for
 * @param pages how many pages there are; null when the vendor does not say
 * @param total how many records there are; null when the vendor does not say
 */
public record ListPage(List<Item> items, int nameless, Integer pages, Integer total) {

  /** The ids of the items, in their order. */
  public List<String> ids() {
    return items.stream().map(Item::id).toList();
  }

  /**
   * A record that the list names.
   *
   * @param createdAt when the vendor made it; null when it does not say
   */
  public record Item(String id, Instant createdAt) {}
}
