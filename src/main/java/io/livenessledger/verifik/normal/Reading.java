package io.livenessledger.verifik.normal;

/** What the body of a 2xx answer turned out to be. */
public sealed interface Reading {
  /** The record that was asked for. */
  record Present(NormalisedRecord record) implements Reading {}

  /**
   * Anything else.
   *
   * @param signature the answer's signature; null when it has none that could be read
   */
  record Unreadable(UnreadableReason reason, VerifikSignature signature) implements Reading {}
}
