package io.livenessledger.paging;

import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** The header that leads to the next page (RFC 8288). */
public final class NextLink {
  private NextLink() {}

  /** Adds {@code Link rel="next"} where there is a next page. */
  public static Response.ResponseBuilder to(
      Page<?> page, UriInfo uri, Response.ResponseBuilder answer) {
    if (page.nextPageToken() != null) {
      URI next =
          uri.getRequestUriBuilder().replaceQueryParam("pageToken", page.nextPageToken()).build();
      // Relative: the caller's Host header must not decide where it is led
      answer.links(Link.fromUri(next.getRawPath() + "?" + next.getRawQuery()).rel("next").build());
    }
    return answer;
  }
}
