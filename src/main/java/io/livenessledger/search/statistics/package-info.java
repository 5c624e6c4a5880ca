/**
 * Owns: how many records of which kind there are: the kept counts, the statistics made of them.
 *
 * <p>May import: record access store paging security problem.
 *
 * <p>Never: changes a record.
 */
package io.livenessledger.search.statistics;
