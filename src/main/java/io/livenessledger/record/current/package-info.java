/**
 * Owns: the current state of each record (table {@code record}), appending the observation that
 * moves it, and rebuilding it from the observations.
 *
 * <p>May import: canonical ledger access store paging security problem.
 *
 * <p>Never: knows the vendor; changes anything but the projection.
 */
package io.livenessledger.record.current;
