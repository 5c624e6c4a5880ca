package io.livenessledger.verifik.normal;

/**
 * The {@code signature} of an answer, exactly as received. It proves nothing: there is no hash, key
 * or algorithm in it. Its date has no zone and is never turned into an instant.
 *
 * @param dateTime such as {@code April 11, 2023 12:25 PM}; null when absent or not a string
 * @param message such as {@code Certified by Verifik.co}; null when absent or not a string
 */
public record VerifikSignature(String dateTime, String message) {}
