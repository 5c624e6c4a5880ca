package io.livenessledger.intake;

/**
 * Who caused an observation.
 *
 * @param requestId of the request that asked for it
 * @param caller name of who asked
 */
public record Origin(String requestId, String caller) {}
