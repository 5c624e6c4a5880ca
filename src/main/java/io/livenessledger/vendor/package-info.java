/**
 * Owns: what all replicas share of the vendor: how much may be asked of it, and who asks for a
 * record just now.
 *
 * <p>May import: verifik store problem.
 *
 * <p>Never: calls the vendor; keeps in memory what another replica must know.
 */
package io.livenessledger.vendor;
