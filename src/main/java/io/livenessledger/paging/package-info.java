/**
 * Owns: the page of a list, and the token that leads to the next one (keyset paging): sealed, of
 * one list, and for a day; the parameters that every list has.
 *
 * <p>May import: problem.
 *
 * <p>Never: counts rows or skips them by offset; knows SQL: the key of the tokens is handed in.
 */
package io.livenessledger.paging;
