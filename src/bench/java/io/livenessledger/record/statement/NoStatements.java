package io.livenessledger.record.statement;

import io.livenessledger.canonical.Digest;
import io.smallrye.mutiny.Uni;

/** The program as it would be without a ledger: the denominator of what a leaf costs. */
public class NoStatements extends Statements {
  public NoStatements() {
    super(null);
  }

  @Override
  public Uni<Digest> append(Statement statement) {
    return Uni.createFrom().item(Digest.sha256());
  }
}
