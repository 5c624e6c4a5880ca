/**
 * Owns: whether the stored facts of a record are still what was committed to, and whether its
 * projection is what they say.
 *
 * <p>May import: canonical ledger access store paging security problem.
 *
 * <p>Never: writes; quotes a value of what it looked at.
 */
package io.livenessledger.record.check;
