package io.livenessledger.ledger.proof;

import io.livenessledger.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;

/** The HTTP side of a proof: in which form, and how long to wait for it. */
public final class ProofAnswer {
  public static final String TEXT = "text/plain;charset=utf-8";
  private static final List<Variant> FORMS =
      Variant.mediaTypes(MediaType.valueOf(TEXT), MediaType.APPLICATION_JSON_TYPE).build();
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private ProofAnswer() {}

  /**
   * As tlog-proof, or as JSON to whoever prefers it.
   *
   * @param proof null while there is none: 202
   */
  public static Response of(OpenProof proof, Request request) {
    if (proof == null) {
      return Response.accepted().header(HttpHeaders.RETRY_AFTER, 1).build();
    }
    Variant form = request.selectVariant(FORMS);
    boolean json = form != null && form.getMediaType().equals(MediaType.APPLICATION_JSON_TYPE);
    return json
        ? Response.ok(ProofView.of(proof), MediaType.APPLICATION_JSON).build()
        : Response.ok(ProofView.text(proof.proof()), TEXT).build();
  }

  /**
   * How long to wait for publication.
   *
   * @throws Problem {@code invalid-parameter}
   */
  public static Duration patience(String text) {
    try {
      Duration wait = Duration.parse(text);
      if (!wait.isNegative() && wait.compareTo(LONGEST) <= 0) {
        return wait;
      }
    } catch (DateTimeException notADuration) {
      // Refused below
    }
    throw Problem.invalidParameter("wait", "must be a duration from PT0S to " + LONGEST);
  }
}
