package io.livenessledger.ledger;

import io.livenessledger.ledger.log.LoggedCheckpoint;
import io.livenessledger.ledger.log.Published;
import io.livenessledger.ledger.log.SigningKeys;
import io.livenessledger.merkle.EntryBundle;
import io.livenessledger.merkle.Tile;
import io.livenessledger.merkle.note.NoteVerifier;
import io.livenessledger.problem.Problem;
import io.livenessledger.problem.ProblemCode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log as C2SP tlog-tiles: static resources that any such client reads. */
@Path("/log")
@PermitAll
@Tag(name = "Log")
public class LogResource {
  private static final String TEXT = "text/plain;charset=utf-8";
  private static final String NEVER_CHANGES = ", max-age=31536000, immutable";

  private final Published published;
  private final SigningKeys keys;
  private final LogReaders readers;

  LogResource(Published published, SigningKeys keys, LogReaders readers) {
    this.published = published;
    this.keys = keys;
    this.readers = readers;
  }

  @GET
  @Path("/checkpoint")
  @Produces(TEXT)
  @Operation(
      operationId = "readCheckpoint",
      summary = "Read the latest checkpoint",
      description = "A signed note (C2SP tlog-checkpoint): origin, tree size, root hash.",
      extensions = @Extension(name = "x-problems", value = "not-found"))
  @APIResponse(
      responseCode = "200",
      description = "The signed note.",
      content =
          @Content(
              mediaType = TEXT,
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "one leaf", ref = "checkpoint")))
  public Uni<Response> checkpoint() {
    return readers
        .admitted()
        .chain(published::checkpoint)
        .map(last -> orNotFound(last, "Nothing was published yet."))
        .map(LoggedCheckpoint::note)
        .map(note -> cached(note, ", no-cache"));
  }

  @GET
  @Path("/vkey")
  @Produces(TEXT)
  @Operation(
      operationId = "readVerifierKeys",
      summary = "Read the keys that checkpoints are verified with",
      description =
          "Verifier keys (C2SP signed-note), one a line; two while keys are rotated. Whoever"
              + " verifies keeps them from an earlier day or from elsewhere.")
  @APIResponse(
      responseCode = "200",
      description = "The keys.",
      content =
          @Content(
              mediaType = TEXT,
              schema = @Schema(implementation = String.class),
              examples = @ExampleObject(name = "one key", ref = "vkey")))
  public Uni<Response> vkey() {
    return readers
        .admitted()
        .map(
            admitted ->
                keys.verifiers().stream()
                    .map(NoteVerifier::vkey)
                    .collect(Collectors.joining("\n", "", "\n")))
        .map(lines -> cached(lines, ", no-cache"));
  }

  @GET
  @Path("/tile/{place: .+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      operationId = "readTile",
      summary = "Read a hash tile or an entry bundle",
      description =
          "C2SP tlog-tiles. `<L>/<N>[.p/<W>]`: up to 256 hashes of 32 bytes."
              + " `entries/<N>[.p/<W>]`: as many leaves, each after its length in two bytes.",
      extensions = @Extension(name = "x-problems", value = "not-found"))
  @APIResponse(
      responseCode = "200",
      description = "The bytes; they never change.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(implementation = String.class, format = "binary"),
              examples = @ExampleObject(name = "bytes", ref = "tile")))
  public Uni<Response> tile(
      @Parameter(examples = @ExampleObject(name = "partial", value = "0/x001/x234/067.p/8"))
          @PathParam("place")
          String place,
      @HeaderParam(HttpHeaders.ACCEPT_ENCODING) @Parameter(hidden = true) String encodings) {
    return readers.admitted().chain(() -> bytes("tile/" + place, encodings));
  }

  private Uni<Response> bytes(String path, String encodings) {
    var tile = Tile.parse(path);
    if (tile.isPresent()) {
      return published.tile(tile.get()).map(found -> cached(found(found), NEVER_CHANGES));
    }
    EntryBundle bundle = EntryBundle.parse(path).orElseThrow(LogResource::noSuchTile);
    return published
        .entries(bundle)
        .map(LogResource::found)
        .map(found -> Compressed.answer(found, encodings, readers.cacheability() + NEVER_CHANGES));
  }

  private static byte[] found(byte[] bytes) {
    if (bytes == null) {
      throw noSuchTile();
    }
    return bytes;
  }

  private static Problem noSuchTile() {
    return Problem.of(ProblemCode.NOT_FOUND, "The log has no such tile, or not yet.");
  }

  private static <T> T orNotFound(T found, String detail) {
    if (found == null) {
      throw Problem.of(ProblemCode.NOT_FOUND, detail);
    }
    return found;
  }

  private Response cached(Object entity, String howLong) {
    return Response.ok(entity)
        .header(HttpHeaders.CACHE_CONTROL, readers.cacheability() + howLong)
        .build();
  }
}
