/**
 * Owns: the RFC 8785 canonical form of JSON, and SHA-256 digests.
 *
 * <p>May import: nothing of ours; plain Java and the JCS library.
 *
 * <p>Never: knows what the bytes mean, does I/O, or needs Quarkus, Jakarta, Mutiny or Vert.x, so
 * that an outside verifier can use it alone.
 */
package io.livenessledger.canonical;
