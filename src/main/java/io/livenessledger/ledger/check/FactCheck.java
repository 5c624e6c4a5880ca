package io.livenessledger.ledger.check;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Knows what the leaves of one kind stand for. Whoever appends leaves provides one, as a CDI bean.
 * Called on a duplicated Vert.x context, outside any transaction; opens its own, short ones.
 */
public interface FactCheck {
  /** The kind in the leaves. */
  String kind();

  /**
   * Recomputes what these leaves commit to from the stored facts. Looks at every leaf whose fact is
   * of this kind by the facts' own account, also if the leaf's data (which may have been altered)
   * say otherwise.
   *
   * @param leaves consecutive, in order, of all kinds
   */
  Uni<List<Finding>> examine(List<LoggedLeaf> leaves);

  /** Whatever a walk along the leaves does not see: facts without a leaf, projections. */
  Multi<Finding> examineRest();
}
