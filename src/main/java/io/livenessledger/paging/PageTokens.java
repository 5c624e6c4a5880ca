package io.livenessledger.paging;

import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Makes and reads page tokens: positions in a list, sealed so that nobody but a replica can read or
 * make one. A token is good for the list that gave it alone, and until it expires. It holds all
 * that is needed, so any replica understands it.
 *
 * <p>A list is named with all that decides its content and order, such as its filters.
 */
@ApplicationScoped
public class PageTokens {
  private final Seal seal;
  private final Clock clock;
  private final PagingConfig config;

  PageTokens(PageTokenKey key, Clock clock, PagingConfig config) {
    this.seal = new Seal(key);
    this.clock = clock;
    this.config = config;
  }

  /**
   * The token for a position.
   *
   * @param position sort keys of the last item seen, any texts; some 5,000 characters in all at
   *     most, or the token is too long to come back
   */
  public String encode(String list, String... position) {
    Instant expiry = clock.instant().plus(config.tokenValidity());
    return seal.close(Position.in(list, List.of(position), expiry));
  }

  /**
   * The sort keys in a token.
   *
   * @throws Problem {@code invalid-page-token} unless this list gave it, it has not expired, and
   *     there are {@code keys} keys in it
   */
  public List<String> position(String list, String token, int keys) {
    return seal.open(token)
        .filter(position -> position.isOf(list))
        .filter(position -> clock.instant().isBefore(position.expiry()))
        .map(Position::keys)
        .filter(found -> found.size() == keys)
        .orElseThrow(PageTokens::invalid);
  }

  /** A page of numbered facts, newest first, whose token is the last number shown. */
  public <T> Page<T> numbered(String list, List<T> found, int size, ToLongFunction<T> number) {
    return Page.of(found, size, last -> encode(list, String.valueOf(number.applyAsLong(last))));
  }

  /**
   * The number before which a newest-first list continues.
   *
   * @param token null for the first page
   * @throws Problem {@code invalid-page-token}
   */
  public int before(String list, String token) {
    if (token == null) {
      return Integer.MAX_VALUE;
    }
    int number = Numbers.number(position(list, token, 1).get(0));
    if (number == 0) {
      throw invalid();
    }
    return number;
  }

  /** As {@link #before}, for numbers beyond an {@code int}. */
  public long beforeLong(String list, String token) {
    if (token == null) {
      return Long.MAX_VALUE;
    }
    String number = position(list, token, 1).get(0);
    if (!Numbers.isPositiveLong(number)) {
      throw invalid();
    }
    return Long.parseLong(number);
  }

  private static Problem invalid() {
    return Problem.of(
        ProblemCode.INVALID_PAGE_TOKEN,
        "The page token is not one that this list gave, or it has expired; start again without it.");
  }
}
