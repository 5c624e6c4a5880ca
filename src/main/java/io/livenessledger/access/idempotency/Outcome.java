package io.livenessledger.access.idempotency;

/**
 * What came of a call: as much as its answer can be made from again.
 *
 * @param subject what was made or looked at, such as a record's id
 * @param number which of its parts, such as an observation; null for none
 * @param result in the words of who answers; nothing personal
 */
public record Outcome(String subject, Integer number, String result) {}
