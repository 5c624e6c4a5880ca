package io.livenessledger.problem;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What is wrong with one parameter.
 *
 * @param parameter name as the caller wrote it; {@code body} for the request's body
 * @param detail what is expected instead
 */
// As part of a problem document
@RegisterForReflection
public record ParameterError(String parameter, String detail) {}
