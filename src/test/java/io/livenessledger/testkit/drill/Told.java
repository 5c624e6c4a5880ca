package io.livenessledger.testkit.drill;

/**
 * A call of the load, and what its caller was told.
 *
 * @param began by {@link System#nanoTime}, as is {@code ended}
 * @param address of the replica that was asked
 * @param status 0 when there was no answer: the connection broke, or was not to be had
 * @param problem code of the problem document; null of a success, and empty when a failure came
 *     without one; what the client said when there was no answer
 * @param wrong what is wrong with a success; null when nothing is
 * @param acknowledged the observation that is promised to be kept; null when none is
 */
public record Told(
    Kind kind,
    long began,
    long ended,
    String address,
    int status,
    String problem,
    boolean saysWhenToComeBack,
    String wrong,
    Acknowledged acknowledged) {

  /** What was asked for. */
  public enum Kind {
    REFRESH,
    READ,
    SEARCH
  }

  /** An observation that a caller was told of. */
  public record Acknowledged(String id, int number, String bodyDigest) {}

  boolean isSuccess() {
    return status == 200 || status == 201;
  }

  boolean isBroken() {
    return status == 0;
  }
}
