/**
 * Owns: turning a vendor answer into an observation, in one transaction. Here {@code verifik} and
 * {@code record} meet.
 *
 * <p>May import: verifik record store problem.
 *
 * <p>Never: calls the vendor; holds a transaction open while somebody else does.
 */
package io.livenessledger.intake;
