package io.livenessledger.store.lease;

/**
 * The right to do what only one replica may do at a time.
 *
 * @param name of the work
 * @param token grows with every change of holder: what is written under the lease is fenced with it
 */
public record Lease(String name, long token) {}
