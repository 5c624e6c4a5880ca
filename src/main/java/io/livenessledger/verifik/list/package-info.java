/**
 * Owns: what a page of the vendor's list says: which records there are, in either envelope.
 *
 * <p>May import: nothing of ours.
 *
 * <p>Never: takes an item for a record, which it is not: it lacks members.
 */
package io.livenessledger.verifik.list;
