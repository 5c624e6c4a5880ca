/**
 * Owns: the arithmetic of the log's tree (RFC 6962, RFC 9162 §2.1): hashes, proofs and their
 * verification, tiles (C2SP tlog-tiles); in {@code merkle.note} signed notes, checkpoints and
 * tlog-proofs.
 *
 * <p>May import: canonical, for its digest.
 *
 * <p>Never: does I/O or knows JSON; what it needs is handed to it, so that an outside verifier can
 * use it alone.
 */
package io.livenessledger.merkle;
