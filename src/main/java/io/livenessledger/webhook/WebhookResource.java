package io.livenessledger.webhook;

import io.livenessledger.paging.NextLink;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.record.change.Cursor;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is told of changes, and how far each is. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Webhooks")
public class WebhookResource {
  private final Webhooks webhooks;

  WebhookResource(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @GET
  @Audited(Action.LIST_WEBHOOKS)
  @Operation(
      operationId = "listWebhooks",
      summary = "List the webhooks, by name",
      description = "Those that the service is configured with.",
      extensions = @Extension(name = "x-problems", value = "invalid-page-token"))
  @APIResponse(
      responseCode = "200",
      description = "A page of webhooks.",
      headers =
          @Header(
              name = "Link",
              description = "rel=next leads to the next page, if there is one.",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = WebhookPage.class),
              examples = @ExampleObject(name = "one that fails", ref = "webhooks")))
  public Uni<Response> list(@BeanParam PageParameters parameters, @Context UriInfo uri) {
    return webhooks
        .list(parameters.size(), parameters.token())
        .map(page -> NextLink.to(page, uri, Response.ok(page)).build());
  }

  @GET
  @Path("/{name}")
  @Audited(Action.READ_WEBHOOK)
  @Operation(
      operationId = "readWebhook",
      summary = "Read how a webhook stands",
      extensions = @Extension(name = "x-problems", value = "not-found"))
  @APIResponse(
      responseCode = "200",
      description = "The webhook.",
      content =
          @Content(
              schema = @Schema(implementation = WebhookView.class),
              examples = @ExampleObject(name = "one that fails", ref = "webhook")))
  public Uni<WebhookView> webhook(String name) {
    return webhooks.find(name);
  }

  @GET
  @Path("/{name}/deliveries")
  @Audited(Action.LIST_WEBHOOK_DELIVERIES)
  @Operation(
      operationId = "listWebhookDeliveries",
      summary = "List the attempts to deliver a webhook's messages, newest first",
      extensions = @Extension(name = "x-problems", value = "invalid-page-token not-found"))
  @APIResponse(
      responseCode = "200",
      description = "A page of attempts.",
      headers =
          @Header(
              name = "Link",
              description = "rel=next leads to the next page, if there is one.",
              schema = @Schema(implementation = String.class)),
      content =
          @Content(
              schema = @Schema(implementation = WebhookDeliveryPage.class),
              examples = @ExampleObject(name = "a failure", ref = "webhookDeliveries")))
  public Uni<Response> deliveries(
      String name, @BeanParam PageParameters parameters, @Context UriInfo uri) {
    return webhooks
        .deliveries(name, parameters.size(), parameters.token())
        .map(page -> NextLink.to(page, uri, Response.ok(page)).build());
  }

  @POST
  @Path("/{name}/replay")
  @Audited(Action.REPLAY_WEBHOOK)
  @Operation(
      operationId = "replayWebhook",
      summary = "Deliver again what was delivered",
      description =
          "In new messages, with ids of their own: receivers take them for new. What is paused stays"
              + " paused. A place that the webhook has not reached yet is a conflict.",
      extensions = @Extension(name = "x-problems", value = "invalid-page-token not-found conflict"))
  @APIResponse(
      responseCode = "200",
      description = "The webhook, which is where it was sent back to.",
      content =
          @Content(
              schema = @Schema(implementation = WebhookView.class),
              examples = @ExampleObject(name = "one that fails", ref = "webhook")))
  public Uni<WebhookView> replay(
      String name,
      @Parameter(
              description =
                  "A place in the feed: cursor of an item, next of a page, after of a delivery."
                      + " Without it everything is delivered again, from the feed's beginning.")
          @QueryParam("after")
          String after) {
    return webhooks.replay(name, after == null ? Cursor.BEGINNING : Cursor.parse(after));
  }

  @POST
  @Path("/{name}/pause")
  @Audited(Action.PAUSE_WEBHOOK)
  @Operation(
      operationId = "pauseWebhook",
      summary = "Deliver nothing for the time being",
      description = "Nothing is lost. A message that is being sent just now still arrives.",
      extensions = @Extension(name = "x-problems", value = "not-found"))
  @APIResponse(
      responseCode = "200",
      description = "The webhook, which is paused.",
      content =
          @Content(
              schema = @Schema(implementation = WebhookView.class),
              examples = @ExampleObject(name = "one that fails", ref = "webhook")))
  public Uni<WebhookView> pause(String name) {
    return webhooks.pause(name);
  }

  @POST
  @Path("/{name}/resume")
  @Audited(Action.RESUME_WEBHOOK)
  @Operation(
      operationId = "resumeWebhook",
      summary = "Deliver again, from where it stopped, at once",
      description = "Also one that is not paused and waits for its next try.",
      extensions = @Extension(name = "x-problems", value = "not-found"))
  @APIResponse(
      responseCode = "200",
      description = "The webhook, which is active.",
      content =
          @Content(
              schema = @Schema(implementation = WebhookView.class),
              examples = @ExampleObject(name = "one that fails", ref = "webhook")))
  public Uni<WebhookView> resume(String name) {
    return webhooks.resume(name);
  }

  @Schema(name = "WebhookPage")
  // For its items: Jackson writes them, with all their parts, in a Page
  @RegisterForReflection(registerFullHierarchy = true)
  record WebhookPage(List<WebhookView> items, @Schema(nullable = true) String nextPageToken) {}

  @Schema(name = "WebhookDeliveryPage")
  // For its items: Jackson writes them, with all their parts, in a Page
  @RegisterForReflection(registerFullHierarchy = true)
  record WebhookDeliveryPage(
      List<DeliveryView> items, @Schema(nullable = true) String nextPageToken) {}
}
