package io.livenessledger.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;

class ClientListTest {
  @Test
  void withoutTheClaimNothingIsRestricted() throws InvalidJwtException {
    assertEquals(Optional.empty(), clients("{}"));
    assertEquals(Optional.empty(), clients("{\"ledger\":{\"other\":1}}"));
    assertEquals(Optional.empty(), ClientList.of(() -> "a demo user or a certificate"));
  }

  @Test
  void theClaimListsClients() throws InvalidJwtException {
    Set<String> both = Set.of("a", "b");

    assertEquals(Optional.of(both), clients("{\"ledger.viewer.clients\":[\"a\",\"b\"]}"));
    assertEquals(
        Optional.of(both), clients("{\"ledger\":{\"viewer\":{\"clients\":[\"a\",\"b\"]}}}"));
    assertEquals(Optional.of(Set.of("a")), clients("{\"ledger.viewer.clients\":\"a\"}"));
    assertEquals(
        Optional.of(Set.of("a")), clients("{\"ledger\":{\"viewer\":{\"clients\":\"a\"}}}"));
  }

  @Test
  void aClaimThatIsNoListOfTextsShowsNothing() throws InvalidJwtException {
    for (String value : new String[] {"null", "7", "true", "[]", "{}", "[\"a\",7]", "[null]"}) {
      assertEquals(
          Optional.of(Set.of()), clients("{\"ledger.viewer.clients\":" + value + "}"), value);
      assertEquals(
          Optional.of(Set.of()),
          clients("{\"ledger\":{\"viewer\":{\"clients\":" + value + "}}}"),
          "nested " + value);
    }
    assertEquals(Optional.of(Set.of()), clients("{\"ledger\":{\"viewer\":{}}}"));
    assertEquals(Optional.of(Set.of()), clients("{\"ledger\":{\"viewer\":[\"a\"]}}"));
  }

  private static Optional<Set<String>> clients(String claims) throws InvalidJwtException {
    return ClientList.of(new DefaultJWTCallerPrincipal(JwtClaims.parse(claims)));
  }
}
