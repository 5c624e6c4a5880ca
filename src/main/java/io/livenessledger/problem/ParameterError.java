package io.livenessledger.problem;

/**
 * What is wrong with one parameter.
 *
 * @param parameter name as the caller wrote it; {@code body} for the request's body
 * @param detail what is expected instead
 */
public record ParameterError(String parameter, String detail) {}
