/**
 * Owns: the page of a list, and the token that leads to the next one (keyset paging), the
 * parameters that every list has.
 *
 * <p>May import: problem.
 *
 * <p>Never: counts rows or skips them by offset; knows SQL.
 */
package io.livenessledger.paging;
