/**
 * Owns: what an access event is, and the statement it commits to.
 *
 * <p>May import: canonical, ledger, security.
 *
 * <p>Never: knows HTTP or SQL.
 */
package io.livenessledger.access.event;
