/**
 * Owns: running backfills: reading the list, fetching what it names, ending.
 *
 * <p>May import: intake vendor verifik record store problem.
 *
 * <p>Never: writes without the lease; lets one record stop the others.
 */
package io.livenessledger.backfill.run;
