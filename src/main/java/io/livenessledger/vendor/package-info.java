/**
 * Owns: what all replicas share of the vendor: how much may be asked of it, who fetches a record
 * just now, and the renewal of its token, by one of them at a time.
 *
 * <p>May import: verifik store problem.
 *
 * <p>Never: makes a fetch; keeps in memory what another replica must know; holds a token beyond the
 * step that replaces it.
 */
package io.livenessledger.vendor;
