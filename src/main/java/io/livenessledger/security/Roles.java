package io.livenessledger.security;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The roles of the HTTP contract. */
public final class Roles {
  /** Reads records and their history. */
  public static final String VIEWER = "viewer";

  /** Refreshes, submits and sees to webhooks; may view. */
  public static final String OPERATOR = "operator";

  /** Reads bodies, proofs and the access audit; may view. */
  public static final String AUDITOR = "auditor";

  /** Retention, holds and erasure; may view. */
  public static final String STEWARD = "steward";

  /** Adds the image's address to what its holder may see; alone it opens nothing. */
  public static final String IMAGE_VIEWER = "image-viewer";

  static final Set<String> ALL = Set.of(VIEWER, OPERATOR, AUDITOR, STEWARD, IMAGE_VIEWER);

  /** What each may do, for people. */
  public static final SortedMap<String, String> MEANINGS =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  VIEWER, "reads records, their history and revisions",
                  OPERATOR, "refreshes, submits and sees to webhooks; may view",
                  AUDITOR, "reads bodies, proofs, the access audit and the ledger; may view",
                  STEWARD, "retention, holds and erasure; may view",
                  IMAGE_VIEWER,
                      "adds the image's address to what its holder sees; opens nothing")));

  private Roles() {}
}
