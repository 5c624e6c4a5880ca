/**
 * Owns: which instant's knowledge is asked for, and the forms of RFC 7089 in which it is answered.
 *
 * <p>May import: paging problem.
 *
 * <p>Never: reads the store.
 */
package io.livenessledger.record.memento;
