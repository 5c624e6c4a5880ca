package io.livenessledger.record.current;

/** What an observation changed in what we know of its record. */
public enum RefreshResult {
  /** The first content of the record. */
  NEW,
  /** Another content than the latest revision's. */
  CHANGED,
  /** The latest revision is confirmed. */
  UNCHANGED,
  /** The vendor no longer has the record; its last content is kept. */
  GONE,
  /** The vendor has the record again, whatever its content. */
  RETURNED,
  /** The vendor's answer was not the record; the state is untouched. */
  UNREADABLE
}
