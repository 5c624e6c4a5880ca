package io.livenessledger.ledger.proof;

import io.livenessledger.ledger.log.EntryProof;
import io.livenessledger.ledger.log.Opening;

/**
 * A proof with what opens its commitment.
 *
 * @param opening statement and salt
 */
public record OpenProof(EntryProof proof, Opening opening) {}
