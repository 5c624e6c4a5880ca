/**
 * Owns: the page of a list, and the token that leads to the next one (keyset paging).
 *
 * <p>May import: nothing of ours.
 *
 * <p>Never: counts rows or skips them by offset; knows HTTP or SQL.
 */
package io.livenessledger.paging;
