/**
 * Owns: which records a caller wants: the query parameters of searches, statistics and exports, and
 * what is read out of them.
 *
 * <p>May import: record paging problem.
 *
 * <p>Never: knows SQL.
 */
package io.livenessledger.search.filter;
