/**
 * Owns: signed notes (C2SP signed-note), checkpoints (C2SP tlog-checkpoint) and proofs in text form
 * (C2SP tlog-proof): writing, strict reading, verification.
 *
 * <p>May import: canonical, for its digest; merkle.
 *
 * <p>Never: does I/O or keeps keys; needs more cryptography than the JDK has.
 */
package io.livenessledger.merkle.note;
