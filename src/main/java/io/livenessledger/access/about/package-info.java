/**
 * Owns: the standing questions of an audit.
 *
 * <p>May import: ledger, merkle, security, store.
 *
 * <p>Never: answers from memory what the database or the log can be asked.
 */
package io.livenessledger.access.about;
