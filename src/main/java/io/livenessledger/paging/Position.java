package io.livenessledger.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.HashUtil;
import org.jose4j.lang.JoseException;

/**
 * A place in a list, as a token holds it.
 *
 * @param list SHA-256 of the list's name, in base64url: a name may be as long as a question
 * @param keys the sort keys of the last item seen
 * @param expiry from then on it leads nowhere; to the second
 */
record Position(String list, List<String> keys, Instant expiry) {
  private static final long VERSION = 1;

  static Position in(String listName, List<String> keys, Instant expiry) {
    return new Position(digest(listName), keys, expiry);
  }

  boolean isOf(String listName) {
    return list.equals(digest(listName));
  }

  private static String digest(String listName) {
    MessageDigest sha256 = HashUtil.getMessageDigest(HashUtil.SHA_256);
    byte[] digest = sha256.digest(listName.getBytes(UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  String toJson() {
    return JsonUtil.toJson(
        Map.of("v", VERSION, "list", list, "keys", keys, "exp", expiry.getEpochSecond()));
  }

  /**
   * What {@link #toJson} wrote; never anything else, which a seal sees to.
   *
   * @return null when another version of the program wrote it
   */
  static Position fromJson(String json) throws JoseException {
    Map<String, Object> members = JsonUtil.parseJson(json);
    if (!Long.valueOf(VERSION).equals(members.get("v"))) {
      return null;
    }
    List<String> keys = ((List<?>) members.get("keys")).stream().map(String.class::cast).toList();
    Instant expiry = Instant.ofEpochSecond((Long) members.get("exp"));
    return new Position((String) members.get("list"), keys, expiry);
  }
}
