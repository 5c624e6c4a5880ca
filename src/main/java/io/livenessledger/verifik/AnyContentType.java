package io.livenessledger.verifik;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * Lets answers through whose {@code Content-Type} is no media type: the client would refuse to read
 * them. What was declared moves to {@link #DECLARED}, and every body is read as bytes.
 */
public class AnyContentType implements ClientResponseFilter {
  static final String DECLARED = "Declared-Content-Type";

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    List<String> declared = response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM);
    if (declared != null && !declared.get(0).isBlank()) {
      response.getHeaders().putSingle(DECLARED, declared.get(0));
    } else {
      response.getHeaders().remove(DECLARED);
    }
  }
}
