package io.livenessledger.backfill;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;

import io.livenessledger.access.Access;
import io.livenessledger.backfill.job.Backfills;
import io.livenessledger.backfill.job.Item;
import io.livenessledger.paging.Numbers;
import io.livenessledger.paging.Page;
import io.livenessledger.paging.PageParameters;
import io.livenessledger.paging.PageTokens;
import io.livenessledger.security.Action;
import io.livenessledger.security.Audited;
import io.livenessledger.security.Roles;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The records that a backfill has to do with. */
@Path("/v1/backfills/{backfill}/records")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
@Tag(name = "Backfill")
public class BackfillRecordsResource {
  private final Backfills backfills;
  private final WholeAccount account;
  private final PageTokens tokens;
  private final Access access;

  BackfillRecordsResource(
      Backfills backfills, WholeAccount account, PageTokens tokens, Access access) {
    this.backfills = backfills;
    this.account = account;
    this.tokens = tokens;
    this.access = access;
  }

  @GET
  @Audited(Action.LIST_BACKFILL_RECORDS)
  @Operation(
      operationId = "listBackfillRecords",
      summary = "List the records of a backfill, such as those that failed",
      description = "In the order of their ids, each with its problem.",
      extensions =
          @Extension(name = "x-problems", value = "invalid-parameter invalid-page-token not-found"))
  @APIResponse(
      responseCode = "200",
      description = "A page of records.",
      content =
          @Content(
              schema = @Schema(implementation = ItemPage.class),
              examples = @ExampleObject(name = "one failed", ref = "backfillRecords")))
  public Uni<Page<ItemView>> records(
      @Parameter(schema = @Schema(type = INTEGER, minimum = "1")) String backfill,
      @Parameter(
              description = "Only these; repeated values mean or.",
              schema = @Schema(implementation = Item.State.class))
          @QueryParam("state")
          List<String> state,
      @BeanParam PageParameters page) {
    account.require();
    ItemList list = ItemList.of(Numbers.positiveLong("backfill", backfill), state);
    int size = page.size();
    String after = after(list, page.token());
    return backfills
        .get(list.backfill())
        .chain(job -> backfills.items(job.id(), list.states(), after, size + 1))
        .map(found -> Page.of(found, size, last -> tokens.encode(list.name(), id(last))))
        .invoke(this::shows)
        .map(found -> found.map(ItemView::of));
  }

  private String after(ItemList list, String token) {
    return token == null ? "" : tokens.position(list.name(), token, 1).get(0);
  }

  private void shows(Page<Item> page) {
    access.shows(page.items().stream().map(BackfillRecordsResource::id).toList());
  }

  private static String id(Item item) {
    return item.recordId().value();
  }

  /** What a page of records looks like, for the OpenAPI document. */
  @Schema(name = "BackfillRecordPage")
  // For its items: Jackson writes them, with all their parts, in a Page
  @RegisterForReflection(registerFullHierarchy = true)
  record ItemPage(List<ItemView> items, @Schema(nullable = true) String nextPageToken) {}
}
