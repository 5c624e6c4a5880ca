package io.livenessledger.vendor;

import io.livenessledger.problem.Problem;

/** What becomes of somebody who wants to fetch a record. */
public sealed interface Claim {
  /** It is theirs to fetch, and nobody else's until they say how it ended. */
  record Mine(String recordId, String token) implements Claim {}

  /** Another replica fetched it meanwhile, and stored this observation. */
  record Stored(String result, int observation) implements Claim {}

  /** Another replica tried meanwhile, and failed. */
  record Failed(Problem problem) implements Claim {}
}
