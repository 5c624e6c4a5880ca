/**
 * Owns: what all replicas share of the vendor: the renewal of its token, by one of them at a time.
 *
 * <p>May import: verifik store problem.
 *
 * <p>Never: makes a fetch; holds a token beyond the step that replaces it.
 */
package io.livenessledger.vendor;
