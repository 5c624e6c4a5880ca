package io.livenessledger.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in list order
 * @param nextPageToken leads to the next page; null on the last one
 */
public record Page<T>(List<T> items, String nextPageToken) {

  /**
   * The first {@code size} of {@code found}; with a token when there are more.
   *
   * @param found up to {@code size + 1} items: the one beyond the page tells that there is a next
   * @param token makes the token that continues after an item
   */
  public static <T> Page<T> of(List<T> found, int size, Function<T, String> token) {
    if (found.size() <= size) {
      return new Page<>(List.copyOf(found), null);
    }
    List<T> items = List.copyOf(found.subList(0, size));
    return new Page<>(items, token.apply(items.get(size - 1)));
  }

  /** The same page with every item converted. */
  public <R> Page<R> map(Function<? super T, R> conversion) {
    return new Page<>(items.stream().<R>map(conversion).toList(), nextPageToken);
  }
}
