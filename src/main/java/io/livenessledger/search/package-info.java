/**
 * Owns: questions about many records: search, lookup.
 *
 * <p>May import: record access store paging security problem.
 *
 * <p>Never: writes; calls the vendor.
 */
package io.livenessledger.search;
