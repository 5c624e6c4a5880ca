package io.livenessledger.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Opaque position in a list: the sort keys of the last item seen, bound to the list they came from.
 * It holds all it needs, so any replica understands it.
 */
public final class PageToken {
  private static final String VERSION = "1";
  private static final String SEPARATOR = "\n";

  private PageToken() {}

  /**
   * The token for a position.
   *
   * @param list names the list, with all that decides its content and order; no line break
   * @param position sort keys of the last item seen; no line break in any
   */
  public static String encode(String list, String... position) {
    String text = String.join(SEPARATOR, VERSION, list, String.join(SEPARATOR, List.of(position)));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /**
   * The position in a token.
   *
   * @return the sort keys; empty when the token is not one of this list, or has not {@code keys}
   *     keys
   */
  public static Optional<List<String>> decode(String list, String token, int keys) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    List<String> parts = List.of(new String(bytes, UTF_8).split(SEPARATOR, -1));
    boolean ours =
        parts.size() == keys + 2 && parts.get(0).equals(VERSION) && parts.get(1).equals(list);
    return ours ? Optional.of(parts.subList(2, parts.size())) : Optional.empty();
  }
}
