/**
 * Owns: what differs between two revisions of a record: a patch for machines, changes for people.
 *
 * <p>May import: what {@code record} may, and record itself.
 *
 * <p>Never: shows a photo's address or a person to who may not see them; knows more of the vendor's
 * words than the names behind which those are ({@code Redaction}); lets a decimal pass through a
 * double.
 */
package io.livenessledger.record.diff;
