/**
 * Owns: the keys under which callers ask for something once (Idempotency-Key, V0017): whose turn it
 * is, and what came of it.
 *
 * <p>May import: canonical store security problem.
 *
 * <p>Never: keeps an answer, which would hold personal data; knows what is asked for.
 */
package io.livenessledger.access.idempotency;
