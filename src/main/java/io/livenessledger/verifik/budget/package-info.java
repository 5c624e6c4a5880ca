/**
 * Owns: how the gateway asks whether it may call the vendor, and tells what the vendor said of it.
 *
 * <p>May import: problem.
 *
 * <p>Never: counts by itself; what counts is shared by all replicas.
 */
package io.livenessledger.verifik.budget;
