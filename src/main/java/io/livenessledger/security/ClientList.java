package io.livenessledger.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.json.JsonValue;
import java.security.Principal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The claim {@value #CLAIM}: ids of the vendor's clients whose records the token's bearer may see.
 * Issuers that take a dot for a path may nest it.
 */
final class ClientList {
  static final String CLAIM = "ledger.viewer.clients";
  private static final ObjectMapper JSON = new ObjectMapper();

  private ClientList() {}

  /** Empty without the claim. One that is neither a text nor a list of texts shows nothing. */
  static Optional<Set<String>> of(Principal principal) {
    if (!(principal instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    // By its name: a claim that is null has none of a list's texts, and is not an absent one
    if (token.getClaimNames().contains(CLAIM)) {
      Object flat = token.getClaim(CLAIM);
      return Optional.of(flat == null ? Set.of() : texts(json(flat)));
    }
    Object nested = token.getClaim("ledger");
    // There is nothing else below it: without a list (a null is lost on the way) it shows nothing
    JsonNode viewer = nested == null ? null : json(nested).get("viewer");
    return viewer == null ? Optional.empty() : Optional.of(texts(viewer.path("clients")));
  }

  private static JsonNode json(Object claim) {
    try {
      return claim instanceof JsonValue value
          ? JSON.readTree(value.toString())
          : JSON.valueToTree(claim);
    } catch (JsonProcessingException | IllegalArgumentException notJson) {
      return JSON.missingNode();
    }
  }

  private static Set<String> texts(JsonNode list) {
    if (list.isTextual()) {
      return Set.of(list.textValue());
    }
    Set<String> texts = new HashSet<>();
    for (JsonNode item : list) {
      if (!list.isArray() || !item.isTextual()) {
        return Set.of();
      }
      texts.add(item.textValue());
    }
    return texts;
  }
}
