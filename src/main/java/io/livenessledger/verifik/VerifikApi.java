package io.livenessledger.verifik;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The vendor's HTTP interface, as far as it is used. Only the gateway calls it. */
@RegisterRestClient(configKey = "verifik")
@RegisterProvider(AnyContentType.class)
@Path("/v2/document-liveness")
interface VerifikApi {

  /**
   * One record. The body is a stream so that its size can be limited while it comes in.
   *
   * @param authorization {@code Bearer <token>}
   */
  @GET
  @Path("/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  Uni<RestResponse<InputStream>> record(
      String id, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);

  /**
   * A page of all records of the token's owner, in no order that is documented.
   *
   * @param page from 1
   * @param limit at most 100
   * @param status null for records of any
   * @param authorization {@code Bearer <token>}
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  Uni<RestResponse<InputStream>> list(
      @QueryParam("page") int page,
      @QueryParam("limit") int limit,
      @QueryParam("status") String status,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization);
}
