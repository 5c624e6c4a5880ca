package io.livenessledger.access.about;

import io.livenessledger.access.write.AccessConfig.Demand;
import io.livenessledger.ledger.check.Check;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The standing questions of an audit, answered from what is so now. */
@Schema(name = "About", description = "The standing questions of an audit, answered now.")
// Written by Jackson, with all its parts
@RegisterForReflection(registerFullHierarchy = true)
public record AboutView(
    Instant at,
    Database database,
    @Schema(description = "Service's clock minus database's, half the round trip taken off.")
        long clockOffsetMillis,
    @Schema(description = "Role to what it may do.") Map<String, String> roles,
    @Schema(description = "Append-only tables as the catalog has them.") List<Guard> appendOnly,
    @Schema(description = "Whether all guards of all these tables stand.") boolean allGuarded,
    @Schema(description = "NEVER_ERASED: no rule of retention is configured.") String retention,
    Audit audit,
    Ledger ledger) {

  /**
   * Where data is stored.
   *
   * @param server its address; null on a socket of the machine
   */
  public record Database(
      @Schema(nullable = true) String server,
      String name,
      String version,
      @Schema(description = "The role the service runs as.") String user,
      @Schema(description = "TLS between service and database, such as TLSv1.3; OFF without.")
          String connectionEncryption,
      @Schema(description = "Data at rest: PostgreSQL cannot tell; ask who runs the disks.")
          String storageEncryption,
      @Schema(description = "Whether pages carry checksums.") boolean checksums,
      @Schema(description = "Whether a commit waits for the disk.") boolean durable) {}

  /**
   * How a table is kept from change.
   *
   * @param trigger whether a trigger refuses change, whoever asks
   * @param grants change that the service's role may make; none it should be
   */
  public record Guard(String table, boolean trigger, List<String> grants, boolean guarded) {}

  /** How calls are audited. */
  public record Audit(
      Demand purpose,
      @Schema(description = "The only ones; empty: any text.") List<String> purposes,
      @Schema(description = "Events whose commit failed; their callers got no data.")
          long failedWritesLast24Hours) {}

  /** How the log stands. */
  public record Ledger(
      String origin,
      List<String> keyIds,
      @Schema(description = "Published leaves.") long size,
      @Schema(nullable = true) String rootHash,
      @Schema(nullable = true) Instant publishedAt,
      @Schema(description = "Outcome of the last self-check.", nullable = true)
          Check.State lastCheck,
      @Schema(nullable = true) Instant lastCheckAt,
      @Schema(nullable = true) Integer lastCheckFindings) {}
}
