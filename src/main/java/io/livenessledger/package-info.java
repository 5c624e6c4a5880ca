/**
 * Owns: the program — how it starts and stops, and what it is wired from.
 *
 * <p>May import: everything. Nothing may import it.
 */
package io.livenessledger;
