package io.livenessledger.ledger.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.livenessledger.canonical.CanonicalJson;
import io.livenessledger.ledger.log.Leaf;
import io.livenessledger.ledger.log.Opening;

/** A check that has ended, as a fact: what its leaf commits to. */
public final class CheckResult {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CheckResult() {}

  /**
   * Canonical JSON: {@code kind}, {@code v}, {@code number}, {@code trigger}, {@code state}, {@code
   * requestedAt}, {@code startedAt}, {@code finishedAt}, {@code treeSize}, {@code rootHash}
   * (base64), {@code leavesChecked}, {@code findingsTotal}, {@code findings}.
   */
  public static byte[] statement(Check ended) {
    ObjectNode statement = JSON.createObjectNode();
    statement.put("kind", Check.KIND);
    statement.put("v", 1);
    statement.put("number", ended.number());
    statement.put("trigger", ended.trigger().name());
    statement.put("state", ended.state().name());
    statement.put("requestedAt", Leaf.time(ended.requestedAt()));
    statement.put("startedAt", Leaf.time(ended.startedAt()));
    statement.put("finishedAt", Leaf.time(ended.finishedAt()));
    statement.put("treeSize", ended.treeSize());
    statement.put("rootHash", ended.root().base64());
    statement.put("leavesChecked", ended.leavesChecked());
    statement.put("findingsTotal", ended.findingsTotal());
    statement.set("findings", JSON.valueToTree(ended.findings()));
    return CanonicalJson.of(statement.toString());
  }

  /** The data of the leaf that commits to a result. */
  public static byte[] leaf(Check ended, Opening opening) {
    return new Leaf(ended.finishedAt(), opening.commitment(), Check.KIND).data();
  }
}
