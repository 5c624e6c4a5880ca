/**
 * Owns: answers that are written part by part, as fast as the client reads.
 *
 * <p>May import: store.
 *
 * <p>Never: knows what is in them.
 */
package io.livenessledger.access.stream;
