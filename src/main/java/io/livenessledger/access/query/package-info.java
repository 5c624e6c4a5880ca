/**
 * Owns: questions to the access audit.
 *
 * <p>May import: ledger, security, store.
 *
 * <p>Never: writes; knows HTTP.
 */
package io.livenessledger.access.query;
