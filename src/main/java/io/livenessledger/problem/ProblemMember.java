package io.livenessledger.problem;

/**
 * An object that a problem document has as an extension member, written by Jackson. No method's
 * signature names it, so it says of itself that it is registered for reflection.
 */
public interface ProblemMember {}
