/**
 * Owns: what a vendor answer means — its bytes become a normalised record of either family, or a
 * reason why they cannot.
 *
 * <p>May import: canonical.
 *
 * <p>Never: does I/O, throws at odd input, guesses a value, or derives a verdict from a number.
 */
package io.livenessledger.verifik.normal;
