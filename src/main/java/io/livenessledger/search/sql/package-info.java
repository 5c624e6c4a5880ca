/**
 * Owns: how a filter and an order become SQL, and the reading of pages of a population.
 *
 * <p>May import: record store problem.
 *
 * <p>Never: knows HTTP or callers; skips rows by offset.
 */
package io.livenessledger.search.sql;
