/**
 * Owns: the fetch of a record, one at a time in all replicas; turning a vendor answer into an
 * observation, in one transaction. Here {@code verifik} and {@code record} meet.
 *
 * <p>May import: vendor verifik record store problem.
 *
 * <p>Never: holds a transaction open while the vendor is called.
 */
package io.livenessledger.intake;
