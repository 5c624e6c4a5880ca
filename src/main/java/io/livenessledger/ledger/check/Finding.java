package io.livenessledger.ledger.check;

/**
 * Something that is not as it was when it was committed.
 *
 * @param what kind of thing: {@code leaf}, {@code tile}, {@code checkpoint}, {@code entry}, {@code
 *     observation}, {@code statement}, {@code body}, {@code revision}, {@code record} …
 * @param which names the one: a leaf index, a tile's path, a record id with the observation's
 *     number
 * @param detail what differs, in a sentence; quotes no personal data
 */
public record Finding(String what, String which, String detail) {}
