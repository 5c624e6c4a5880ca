package io.livenessledger.verifik.token;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The vendor's HTTP interface for tokens, as far as it is used. Only the renewal calls it. */
@RegisterRestClient(configKey = "verifik")
@Path("/v2/auth/session")
interface SessionApi {

  /**
   * A new token, for one that is still valid.
   *
   * @param origin {@code refresh}
   * @param months until the new one expires
   * @param authorization {@code Bearer <token>}
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  Uni<RestResponse<InputStream>> session(
      @QueryParam("origin") String origin,
      @QueryParam("expiresIn") int months,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
