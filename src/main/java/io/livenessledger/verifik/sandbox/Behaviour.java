package io.livenessledger.verifik.sandbox;

/** How the sandbox answers fetches of one record. */
enum Behaviour {
  /** The same file each time. */
  STEADY,
  /** From the second fetch on the file {@code <id>.second.json}. */
  CHANGES,
  /** From the second fetch on 404, as after an erasure at the vendor. */
  GOES,
  /** 500 each time; there is no file, and listings leave it out. */
  FAILS,
  /** The same file each time, after some seconds. */
  SLOW
}
