/**
 * Owns: the access audit. Every call of an endpoint that is {@code Audited} becomes an access event
 * before its answer leaves, or is refused. In {@code access.idempotency}: calls that are made once,
 * however often they are sent.
 *
 * <p>May import: canonical, ledger, security, store, paging, problem.
 *
 * <p>Never: knows what a record is; tells a data subject who of the staff looked.
 */
package io.livenessledger.access;
